import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createTestClock } from '../../test/createTestClock.ts'
import { startVendor } from '../../test/startVendor.ts'
import { InvalidParametersError } from '../errors.ts'
import { createWazzupTechClient } from '../wazzup-tech/client.ts'
import { createWazzupV2Client } from '../wazzup-v2/client.ts'
import { createWazzupV3Client } from '../wazzup-v3/client.ts'
import { createWazzupV3 } from '../wazzup-v3/createWazzupV3.ts'
import { createWhatomateClient } from '../whatomate/client.ts'
import { fetchSocketToken } from '../whatomate/socketToken.ts'

const baseUrl = 'https://chat.example.com'

describe.each([
  ['API V2', (apiKey: string) => createWazzupV2Client({ apiKey })],
  ['API v3', (apiKey: string) => createWazzupV3Client({ apiKey })],
  ['the partner API', (accessToken: string) => createWazzupTechClient({ accessToken })],
  ['Whatomate', (apiKey: string) => createWhatomateClient({ apiKey, baseUrl })],
])('a client of %s', (_, create) => {
  it.each(['', 'a key', 'key\n', 'ключ'])('is not made with the key %j, which no header can carry', (key) => {
    expect(() => create(key)).toThrow(InvalidParametersError)
  })

  it('does not show its key when it is printed', () => {
    const client = create('CANARY-key')
    expect(inspect(client, { depth: 9, showHidden: true })).not.toContain('CANARY')
    expect(JSON.stringify(client)).not.toContain('CANARY')
  })
})

describe("a Whatomate server's token for the live socket", () => {
  it.each([{ status: 'success', data: { token: 't' } }, { token: 't' }])('is read from %j', async (json) => {
    const vendor = await startVendor(() => ({ json }))
    await expect(fetchSocketToken(createWhatomateClient({ apiKey: 'k', baseUrl: vendor.url }))).resolves.toBe('t')
    expect(vendor.requests).toMatchObject([{ method: 'GET', url: '/api/auth/ws-token', headers: { 'x-api-key': 'k' } }])
  })
})

describe("the vendor's limit", () => {
  it('is kept by Wazzup clients: 500 requests in 5 seconds, in their order', async () => {
    const clock = createTestClock()
    let asked = 0
    const fetch = async (): Promise<Response> => {
      asked += 1
      return Response.json([])
    }
    const wazzup = createWazzupV3({ apiKey: 'k', fetch, clock })
    const calls = Array.from({ length: 501 }, () => wazzup.fetchChannels())
    await Promise.all(calls.slice(0, 500))
    await clock.advance(4_999)
    expect(asked).toBe(500)
    await clock.advance(1)
    await calls.at(-1)
    expect(asked).toBe(501)
  })

  it('can be raised or taken away', async () => {
    const clock = createTestClock()
    const fetch = async (): Promise<Response> => Response.json([])
    const wazzup = createWazzupV3({ apiKey: 'k', fetch, clock, limit: false })
    await expect(Promise.all(Array.from({ length: 501 }, () => wazzup.fetchChannels()))).resolves.toHaveLength(501)
  })
})

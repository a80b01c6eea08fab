import { beforeEach, describe, expect, it } from 'vitest'
import { createTestClock } from '../../test/createTestClock.ts'
import { startSocketServer } from '../../test/startSocketServer.ts'
import { startVendor } from '../../test/startVendor.ts'
import { until } from '../../test/until.ts'
import { KeyUnavailableError, VendorAuthError, VendorRequestError } from '../errors.ts'
import { createWazzupTech } from '../wazzup-tech/createWazzupTech.ts'
import { createWazzupV2 } from '../wazzup-v2/createWazzupV2.ts'
import { createWazzupV3 } from '../wazzup-v3/createWazzupV3.ts'
import { createWhatomate } from '../whatomate/createWhatomate.ts'
import { createKey } from './createKey.ts'

type GetKey = () => string | Promise<string>

const clients: [string, (parameters: { key: GetKey; baseUrl: string }) => () => Promise<unknown>][] = [
  ['API V2', ({ key, baseUrl }) => createWazzupV2({ apiKey: key, baseUrl }).fetchChannels],
  ['API v3', ({ key, baseUrl }) => createWazzupV3({ apiKey: key, baseUrl }).fetchChannels],
  ['the tech API', ({ key, baseUrl }) => createWazzupTech({ accessToken: key, baseUrl }).fetchChannels],
  ['Whatomate', ({ key, baseUrl }) => createWhatomate({ apiKey: key, baseUrl }).fetchWebhooks],
]

let count = 0
const nextKey = (): string => {
  count += 1
  return `key-${count}`
}
beforeEach(() => {
  count = 0
})

/** Names the key of each request. */
const keysOf = ({ requests }: { requests: { headers: object }[] }): string[] =>
  requests.map(({ headers }) => JSON.stringify(headers).match(/key-\w+/)?.[0] ?? '')

describe.each(clients)('a function for the key of %s', (_, open) => {
  it('is called for each request', async () => {
    const vendor = await startVendor(() => ({ json: {} }))
    const request = open({ key: async () => nextKey(), baseUrl: vendor.url })
    await request().catch(() => undefined) // Its body is of no interest.
    await request().catch(() => undefined)
    expect(keysOf(vendor)).toEqual(['key-1', 'key-2'])
  })

  it('is called once more after a 401, and the request is repeated once if the key has changed', async () => {
    const keys = ['key-old', 'key-new', 'key-new', 'key-new']
    const vendor = await startVendor(() => ({ status: 401 }))
    const request = open({ key: () => keys.shift() ?? '', baseUrl: vendor.url })
    await expect(request()).rejects.toThrow(VendorAuthError)
    expect(keysOf(vendor)).toEqual(['key-old', 'key-new'])
  })

  it('is not called again and again by a vendor that refuses the same key', async () => {
    const vendor = await startVendor(() => ({ status: 401 }))
    const request = open({ key: () => 'key-1', baseUrl: vendor.url })
    await expect(request()).rejects.toThrow(VendorAuthError)
    expect(keysOf(vendor)).toEqual(['key-1'])
  })

  it.each<[string, GetKey]>([
    ['fails', () => Promise.reject(new Error('vault: token s.CANARY is bad'))],
    [
      'throws',
      () => {
        throw new Error('vault: token s.CANARY is bad')
      },
    ],
    ['returns none', () => undefined as unknown as string],
    ['returns one with a line break', () => 'key\r\nx-evil: 1'],
  ])('sends nothing if it %s, and repeats nothing of it', async (_name, key) => {
    const vendor = await startVendor(() => ({ json: [] }))
    const request = open({ key, baseUrl: vendor.url })
    await expect(request()).rejects.toThrow(KeyUnavailableError)
    await expect(request()).rejects.toThrow(
      expect.objectContaining({ message: expect.not.stringMatching(/CANARY|evil/) }),
    )
    expect(vendor.requests).toEqual([])
  })

  it('leaves none of the last keys in an error', async () => {
    const vendor = await startVendor((_request, index) => ({
      status: 400,
      json: { error: index < 2 ? 'NO' : 'key-one-12345 and key-two-12345 and key-three-12345' },
    }))
    const keys = ['key-one-12345', 'key-two-12345', 'key-three-12345']
    const request = open({ key: () => keys.shift() ?? '', baseUrl: vendor.url })
    await request().catch(() => undefined)
    await request().catch(() => undefined)
    const error = await request().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(VendorRequestError)
    expect(JSON.stringify(error) + String(error)).not.toMatch(/12345/)
  })
})

describe('a function for a key', () => {
  it('that never returns is given up after ten seconds', async () => {
    const clock = createTestClock()
    const key = createKey({ key: () => new Promise(() => {}), clock })
    const given = Promise.resolve(key.get()).catch((error: unknown) => error)
    await clock.advance(10_000)
    expect(await given).toBeInstanceOf(KeyUnavailableError)
  })

  it('is remembered for the last eight keys only', async () => {
    const key = createKey({ key: nextKey })
    for (let time = 0; time < 1_000; time += 1) await key.get()
    expect(key.secrets()).toEqual([1_000, 999, 998, 997, 996, 995, 994, 993].map((number) => `key-${number}`))
  })

  it('is called for each connect of a counter', async () => {
    const server = await startSocketServer({ version: '4.8', greeting: 'apiV2IframeConnecting' })
    const wazzup = createWazzupV2({ apiKey: async () => nextKey(), counterUrl: server.url })
    const stop = wazzup.watchUnanswered({ userId: '7', onValue: () => {} })
    await until(() => expect(server.greetings).toHaveLength(1))
    server.sockets[0]?.conn.close()
    await until(() => expect(server.greetings).toHaveLength(2))
    stop()
    expect(server.greetings).toEqual([
      { apiKey: 'key-1', userId: '7' },
      { apiKey: 'key-2', userId: '7' },
    ])
  })
})

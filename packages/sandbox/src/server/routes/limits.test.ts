import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../../test/callSandbox.ts'
import { callV3 } from '../../../test/callV3.ts'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { callTech } from '../../../test/techClient.ts'
import type { Sandbox } from '../../index.ts'

const clock = { mode: 'frozen', at: 1_800_000_000_000 } as const
const tooMany = { limit: { requests: 1, perMs: 5_000 }, clock } as const

const asV3 = { status: 429, requestId: expect.stringMatching(/^[0-9a-f]{32}$/), error: 'TOO_MANY_REQUESTS' }

describe('the limit of requests', () => {
  it.each([
    ['API V2', (sandbox: Sandbox) => callSandbox(sandbox, 'GET /v2/channels'), refusal('TOO_MANY_REQUESTS')],
    ['API v3', (sandbox: Sandbox) => callV3(sandbox, 'GET /v3/channels'), asV3],
    ['the tech API', (sandbox: Sandbox) => callTech(sandbox, 'GET /v2/channels'), { statusCode: 429 }],
  ])('is reported in the format of %s, and follows the account’s clock', async (_, ask, words) => {
    const sandbox = await startSandbox(tooMany)
    expect((await ask(sandbox)).status).toBe(200)
    expect(await ask(sandbox)).toMatchObject({ status: 429, json: words })
    expect(sandbox.requests({ verdict: 'limited' })).toHaveLength(1)
    sandbox.clock.advance(5_000)
    expect((await ask(sandbox)).status).toBe(200)
  })

  it('is shared by all of Wazzup’s APIs, and separate for each account', async () => {
    const sandbox = await startSandbox(tooMany)
    const other = await sandbox.addAccount()
    await callV3(sandbox, 'GET /v3/channels')
    expect((await callSandbox(sandbox, 'GET /v2/channels')).status).toBe(429)
    expect((await callV3(sandbox, 'GET /v3/channels', { key: other.apiKey })).status).toBe(200)
  })

  it('starts again after a reset', async () => {
    const sandbox = await startSandbox(tooMany)
    await callV3(sandbox, 'GET /v3/channels')
    await sandbox.reset()
    expect((await callV3(sandbox, 'GET /v3/channels')).status).toBe(200)
  })
})

describe('a crmMessageId', () => {
  const body = { ...ann, channelId: channelIds.whatsapp, text: 'Hello', crmMessageId: 'crm-1' }

  it('is accepted once within 60 seconds of the account’s clock, to the millisecond', async () => {
    const sandbox = await startSandbox({ clock })
    const send = async () => (await callV3(sandbox, 'POST /v3/message', { body })).status
    expect([await send(), await send()]).toEqual([201, 400])
    sandbox.clock.advance(59_999)
    expect(await send()).toBe(400)
    sandbox.clock.advance(1)
    expect([await send(), await send()]).toEqual([201, 400])
  })

  it('is remembered in its own account only', async () => {
    const sandbox = await startSandbox({ clock })
    const other = await sandbox.addAccount()
    for (const key of [sandbox.apiKey, other.apiKey]) {
      expect((await callV3(sandbox, 'POST /v3/message', { body, key })).status).toBe(201)
    }
  })
})

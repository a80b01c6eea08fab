import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../../test/callSandbox.ts'
import { callV3 } from '../../../test/callV3.ts'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { startReceiver } from '../../../test/startReceiver.ts'
import { startSandbox } from '../../../test/startSandbox.ts'

const message = { ...ann, channelId: channelIds.whatsapp, text: 'Hello' }

describe('a channel that does not work', () => {
  it.each([
    ['notEnoughMoney', 'CHANNEL_NO_MONEY'],
    ['disabled', 'CHANNEL_BLOCKED'],
    ['blocked', 'CHANNEL_BLOCKED'],
    ['rejected', 'CHANNEL_BLOCKED'],
    ['phoneUnavailable', 'MESSAGE_CHANNEL_UNAVAILABLE'],
    ['openElsewhere', 'MESSAGE_CHANNEL_UNAVAILABLE'],
    ['unauthorized', 'MESSAGE_CHANNEL_UNAVAILABLE'],
  ])('because it is %s rejects messages with %s in V2 and v3', async (state, code) => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, `POST /_sandbox/channels/${message.channelId}/state`, { body: { state } })
    const v2 = await callSandbox(sandbox, 'POST /v2/send_message', { body: message })
    expect(v2).toMatchObject({ status: 400, json: refusal(code) })
    const v3 = await callV3(sandbox, 'POST /v3/message', { body: message })
    expect(v3).toMatchObject({ status: 400, json: { error: code } })
    const states = [await callSandbox(sandbox, 'GET /v2/channels'), await callV3(sandbox, 'GET /v3/channels')]
    for (const { json } of states)
      expect(json).toContainEqual(expect.objectContaining({ plainId: '79865784457', state }))
  })

  it('is reported by webhooks of V2 and v3', async () => {
    const sandbox = await startSandbox()
    const receiver = await startReceiver()
    await callSandbox(sandbox, 'PUT /v2/webhooks', { body: { url: receiver.url } })
    const subscriptions = { channelsUpdates: true }
    await callV3(sandbox, 'PATCH /v3/webhooks', { body: { webhooksUri: receiver.url, subscriptions } })
    await callSandbox(sandbox, `POST /_sandbox/channels/${message.channelId}/state`, { body: { state: 'blocked' } })
    await expect.poll(() => receiver.calls.length).toBe(4)
    const told = receiver.calls.slice(2).map(({ json }) => json)
    expect(told).toContainEqual({
      channels: [{ channelId: message.channelId, transport: 'whatsapp', plainId: '79865784457', state: 'blocked' }],
    })
    expect(told).toContainEqual({
      channelsUpdates: [{ channelId: message.channelId, state: 'blocked', timestamp: expect.any(Number) }],
    })
  })
})

import { createWazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import { parseWebhook } from '@crm-chat/vendors/webhooks'
import { describe, expect, it } from 'vitest'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { startReceiver } from '../../../test/startReceiver.ts'
import { startSandbox } from '../../../test/startSandbox.ts'

async function start() {
  const sandbox = await startSandbox()
  const client = createWazzupV2({ apiKey: sandbox.apiKey, baseUrl: sandbox.url, counterUrl: sandbox.url })
  return { sandbox, client, receiver: await startReceiver() }
}

describe("API V2's webhooks", () => {
  it('are switched on after a test call, changed, read, and switched off with null', async () => {
    const { client, receiver } = await start()
    const { url } = receiver
    expect(await client.fetchWebhooks()).toEqual({ webhooksUrl: null })
    expect(await client.setWebhooks({ url })).toEqual({ webhooksUrl: url, webhooksUrlChanged: true })
    expect(await client.setWebhooks({ url })).toEqual({ webhooksUrl: url, webhooksUrlChanged: false })
    expect(receiver.calls).toMatchObject([{ path: '/hook?secret=1', json: { test: true } }, { json: { test: true } }])
    expect(await client.fetchWebhooks()).toEqual({ webhooksUrl: url })
    expect(await client.setWebhooks({ url: null })).toEqual({ webhooksUrl: null, webhooksUrlChanged: true })
  })

  it('keep their address when the new one does not respond 200', async () => {
    const { client, receiver } = await start()
    await client.setWebhooks({ url: receiver.url })
    receiver.answer.status = 401
    await expect(client.setWebhooks({ url: `${receiver.url}2` })).rejects.toMatchObject({
      status: 400,
      code: 'TEST_POST_NOT_PASSED',
    })
    expect(await client.fetchWebhooks()).toEqual({ webhooksUrl: receiver.url })
  })

  it('report a message, the reply and its status, as numbers', async () => {
    const { sandbox, client, receiver } = await start()
    await client.setWebhooks({ url: receiver.url })
    const { messageId } = await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'anka' })
    const sent = await client.sendMessage({ ...ann, channelId: channelIds.whatsapp, text: 'Hello, Ann' })
    await expect.poll(() => receiver.calls.length).toBe(3)
    sandbox.clock.advance(1_000)
    await expect
      .poll(() => receiver.calls.slice(1).map(({ json }) => json))
      .toEqual([
        {
          messages: [
            {
              messageId,
              channelId: channelIds.whatsapp,
              ...ann,
              dateTime: expect.any(Number),
              type: 1,
              status: 99,
              text: 'Hello',
              authorType: 99,
              authorName: 'anka',
            },
          ],
        },
        {
          messages: [
            {
              messageId: sent.messageId,
              channelId: channelIds.whatsapp,
              ...ann,
              dateTime: expect.any(Number),
              type: 1,
              status: 1,
              text: 'Hello, Ann',
              authorType: 9,
            },
          ],
        },
        { statuses: [{ messageId: sent.messageId, status: 2 }] },
      ])
  })

  it('are parsed by the vendors package', async () => {
    const { sandbox, client, receiver } = await start()
    await client.setWebhooks({ url: receiver.url })
    const content = 'https://example.com/images/img_01.png'
    await sandbox.simulate.message({ ...ann, content })
    await expect.poll(() => receiver.calls.length).toBe(2)
    const [call] = receiver.calls.slice(1)
    const events = await parseWebhook('wazzup-v2', call?.headers ?? {}, call?.text ?? '')
    expect(events).toMatchObject([{ kind: 'message', message: { type: 'image' } }])
  })
})

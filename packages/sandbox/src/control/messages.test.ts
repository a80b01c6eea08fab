import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../test/callSandbox.ts'
import { ann } from '../../test/fixtures/people.ts'
import { sendMessageExample } from '../../test/fixtures/sendMessageExample.ts'
import { startSandbox } from '../../test/startSandbox.ts'

describe('GET /_sandbox/messages', () => {
  it('lists a dialogue as the customer sees it, oldest message first', async () => {
    const sandbox = await startSandbox({ clock: () => Date.UTC(2027, 0, 15, 9, 30) })
    const { messageId } = await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    await callSandbox(sandbox, 'POST /v2/send_message', { body: sendMessageExample })
    const { status, json } = await callSandbox(sandbox, 'GET /_sandbox/messages?chatType=whatsapp&chatId=79998887766')
    const { channelId, content } = sendMessageExample
    const at = '2027-01-15T09:30:00.000Z'
    expect(status).toBe(200)
    expect(json).toEqual({
      messages: [
        {
          messageId,
          direction: 'incoming',
          kind: null,
          reactions: [],
          text: 'Hello',
          content: null,
          status: 'inbound',
          refMessageId: null,
          template: null,
          buttons: null,
          keyboard: null,
          edited: false,
          deleted: false,
          author: 'Ann',
          channelId,
          at,
        },
        {
          messageId: expect.any(String),
          direction: 'outgoing',
          kind: null,
          reactions: [],
          text: null,
          content,
          status: 'sent',
          refMessageId: null,
          template: null,
          buttons: null,
          keyboard: null,
          edited: false,
          deleted: false,
          author: null,
          channelId,
          at,
        },
      ],
    })
  })

  it('is empty for an unknown dialogue', async () => {
    const sandbox = await startSandbox()
    const { json } = await callSandbox(sandbox, 'GET /_sandbox/messages?chatType=vk&chatId=42')
    expect(json).toEqual({ messages: [] })
  })

  it.each(['', '?chatType=whatsapp', '?chatType=icq&chatId=1', '?chatType=whatsapp&chatId=%2B79998887766'])(
    'rejects the query "%s"',
    async (query) => {
      const sandbox = await startSandbox()
      const { status, json } = await callSandbox(sandbox, `GET /_sandbox/messages${query}`)
      expect({ status, json }).toEqual({ status: 400, json: refusal('VALIDATION_ERROR') })
    },
  )
})

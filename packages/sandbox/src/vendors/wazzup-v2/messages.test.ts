import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../../test/callSandbox.ts'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann, bob } from '../../../test/fixtures/people.ts'
import { sendMessageExample } from '../../../test/fixtures/sendMessageExample.ts'
import { getMessages } from '../../../test/getMessages.ts'
import { openWindow } from '../../../test/openWindow.ts'
import { startSandbox } from '../../../test/startSandbox.ts'

const message = { ...ann, channelId: channelIds.whatsapp, text: 'Hello, Ann' }
const { text: _, ...withoutText } = message

describe('POST /v2/send_message', () => {
  it("responds 201 with an id to the vendor's own example, and the customer receives the file", async () => {
    const sandbox = await startSandbox()
    const { status, json } = await callSandbox(sandbox, 'POST /v2/send_message', { body: sendMessageExample })
    expect(status).toBe(201)
    expect(json).toEqual({ messageId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) })
    expect(await getMessages(sandbox, ann)).toMatchObject([
      { ...(json as object), direction: 'outgoing', content: sendMessageExample.content, text: null, author: null },
    ])
  })

  it('ignores the content type, which a plain curl sends wrong', async () => {
    const sandbox = await startSandbox()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await callSandbox(sandbox, 'POST /v2/send_message', { body: sendMessageExample, headers })
    expect(answer.status).toBe(201)
  })

  it('quotes a message by its id', async () => {
    const sandbox = await startSandbox()
    const { messageId } = await sandbox.simulate.message({ ...ann, text: 'How much is it?' })
    const answer = await callSandbox(sandbox, 'POST /v2/send_message', {
      body: { ...message, refMessageId: messageId },
    })
    expect(answer.status).toBe(201)
    const { socket } = await openWindow(sandbox)
    expect(await socket.emitWithAck('messages', ann)).toMatchObject({
      result: { messages: [{}, { refMessageId: messageId }] },
    })
  })

  it.each([
    ['CHAT_MISSING_CHAT_TYPE', 'no chatType', { ...message, chatType: undefined }],
    ['CHAT_MISSING_CHAT_TYPE', 'an empty chatType', { ...message, chatType: '' }],
    ['CHAT_WRONG_CHAT_TYPE', 'an unknown messenger', { ...message, chatType: 'viber' }],
    ['CHAT_WRONG_CHAT_TYPE', 'a messenger in capitals', { ...message, chatType: 'WHATSAPP' }],
    ['CHAT_WRONG_CHAT_TYPE', 'an object for a chatType', { ...message, chatType: { toString: 1 } }],
    ['CHAT_MISSING_CHAT_ID', 'no chatId', { ...message, chatId: undefined }],
    ['CHAT_MISSING_CHAT_ID', 'an empty chatId', { ...message, chatId: '' }],
    ['CHAT_INCORRECT_CHAT_ID_WHATSAPP', 'a plus sign', { ...message, chatId: '+79998887766' }],
    ['CHAT_INCORRECT_CHAT_ID_WHATSAPP', 'spaces', { ...message, chatId: '7 999 888 77 66' }],
    ['CHAT_INCORRECT_CHAT_ID_WHATSAPP', 'eight digits', { ...message, chatId: '12345678' }],
    ['CHAT_INCORRECT_CHAT_ID_WHATSAPP', 'seventeen digits', { ...message, chatId: '1'.repeat(17) }],
    ['CHAT_INCORRECT_CHAT_ID_WHATSAPP', 'a Russian number with 8', { ...message, chatId: '89998887766' }],
    ['CHAT_INCORRECT_CHAT_ID_WHATSAPP', 'an object for a chatId', { ...message, chatId: { valueOf: null } }],
    ['MESSAGE_NOTHING_TO_SEND', 'neither text nor content', withoutText],
    ['MESSAGE_TEXT_CAN_NOT_BE_BLANK', 'a text of spaces', { ...message, text: ' \n ' }],
    ['MESSAGE_TEXT_CAN_NOT_BE_BLANK', 'an empty text', { ...message, text: '' }],
    ['MESSAGE_CONTENT_CAN_NOT_BE_BLANK', 'an empty link', { ...withoutText, content: '' }],
    ['MESSAGE_ONLY_TEXT_OR_CONTENT', 'text and content', { ...message, content: sendMessageExample.content }],
    ['MESSAGE_TEXT_TOO_LONG', '10,001 characters', { ...message, text: 'x'.repeat(10_001) }],
    ['MESSAGE_DOWNLOAD_CONTENT_ERROR', 'a link to a local file', { ...withoutText, content: 'file:///etc/passwd' }],
    ['MESSAGE_DOWNLOAD_CONTENT_ERROR', 'a path', { ...withoutText, content: '/images/img_01.png' }],
    ['VALIDATION_ERROR', 'a number for a text', { ...message, text: 5 }],
    ['VALIDATION_ERROR', 'a channel id that is no uuid', { ...message, channelId: 'main' }],
    ['VALIDATION_ERROR', 'no channel id', { ...message, channelId: undefined }],
    ['VALIDATION_ERROR', 'a list for a body', [message]],
    ['CHANNEL_NOT_FOUND', 'an unknown channel', { ...message, channelId: '654bae5f-2981-41e1-8279-4cd6898511da' }],
    ['MESSAGES_ABNORMAL_SEND', "another messenger's channel", { ...message, channelId: channelIds.vk }],
    ['MESSAGES_INVALID_CONTACT_TYPE', 'a channel of Instagram', { ...message, channelId: channelIds.instagram }],
    ['REFERENCE_MESSAGE_NOT_FOUND', 'an unknown message to quote', { ...message, refMessageId: 'nobody-has-this' }],
  ])('responds %s to %s', async (code, _, body) => {
    const sandbox = await startSandbox()
    const { status, json } = await callSandbox(sandbox, 'POST /v2/send_message', { body })
    expect({ status, json }).toEqual({ status: 400, json: refusal(code) })
    expect(await getMessages(sandbox, ann)).toEqual([])
  })

  it('accepts a text of exactly 10,000 characters', async () => {
    const sandbox = await startSandbox()
    const body = { ...bob, channelId: channelIds.telegram, text: '👋'.repeat(10_000) }
    expect(await callSandbox(sandbox, 'POST /v2/send_message', { body })).toMatchObject({ status: 201 })
  })

  it('rejects a body that is not JSON', async () => {
    const sandbox = await startSandbox()
    const { status, json } = await callSandbox(sandbox, 'POST /v2/send_message', { rawBody: 'chatId=1' })
    expect({ status, json }).toEqual({ status: 400, json: refusal('VALIDATION_ERROR', 'The body must be JSON.') })
  })
})

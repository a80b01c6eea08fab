import { describe, expect, it } from 'vitest'
import { callV3 } from '../../../test/callV3.ts'
import { createV3Client } from '../../../test/createV3Client.ts'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { v3MessageExamples } from '../../../test/fixtures/v3MessageExamples.ts'
import { getMessages } from '../../../test/getMessages.ts'
import { startReceiver } from '../../../test/startReceiver.ts'
import { startSandbox } from '../../../test/startSandbox.ts'

const message = { ...ann, channelId: channelIds.whatsapp, text: 'Hello, Ann' }
const { text: _, ...withoutText } = message
const template = v3MessageExamples.template

describe('POST /v3/message', () => {
  it("responds 201 to the document's template example, and the customer receives the template", async () => {
    const sandbox = await startSandbox()
    const { status, json } = await callV3(sandbox, 'POST /v3/message', { body: template })
    expect({ status, json }).toEqual({ status: 201, json: { messageId: expect.any(String), chatId: '79994621848' } })
    const dialogue = await getMessages(sandbox, { chatType: 'whatsapp', chatId: '79994621848' })
    expect(dialogue).toMatchObject([{ text: 'You have an appointment value. Will you come?' }])
  })

  it.each(['plain', 'interactive'] as const)(
    'sends the %s example once its placeholders are filled in',
    async (name) => {
      const sandbox = await startSandbox()
      const example = v3MessageExamples[name]
      const exactly = await callV3(sandbox, 'POST /v3/message', { body: example })
      expect(exactly).toMatchObject({ status: 400, json: { error: 'CHAT_INCORRECT_CHAT_ID_WHATSAPP' } })
      const { messageId: refMessageId } = await sandbox.simulate.message({ ...ann, text: 'Hello' })
      const body = { ...example, chatId: ann.chatId, refMessageId }
      expect(await callV3(sandbox, 'POST /v3/message', { body })).toMatchObject({
        status: 201,
        json: { chatId: ann.chatId },
      })
    },
  )

  it('is sent by the client; Telegram reuses the dialogue of a username', async () => {
    const sandbox = await startSandbox()
    const client = createV3Client(sandbox)
    const parameters = { channelId: channelIds.telegram, chatType: 'telegram', username: 'Ann', text: 'Hello' } as const
    const { chatId } = await client.sendMessage(parameters)
    expect(chatId).toMatch(/^\d+$/)
    expect((await client.sendMessage({ ...parameters, username: 'ann' })).chatId).toBe(chatId)
  })

  it('names a known user as its author', async () => {
    const sandbox = await startSandbox()
    const client = createV3Client(sandbox)
    await client.saveUsers([{ id: '7', name: 'Kate Moreau' }])
    await client.sendMessage({ ...message, crmUserId: '7' })
    await client.sendMessage({ ...message, crmUserId: '8' })
    expect(await getMessages(sandbox, ann)).toMatchObject([{ author: 'Kate Moreau' }, { author: null }])
  })

  it('accepts a crmMessageId once within 60 seconds, and again later', async () => {
    const sandbox = await startSandbox()
    const body = { ...message, crmMessageId: 'crm-1' }
    const send = () => callV3(sandbox, 'POST /v3/message', { body })
    const answers = await Promise.all([send(), send(), send()])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400])
    const repeated = {
      status: 400,
      requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
      error: 'REPEATED_CRM_MESSAGE_ID',
      description: 'You have already sent message with the same crmMessageId',
      data: { crmMessageId: 'crm-1' },
    }
    sandbox.clock.advance(50_000)
    expect((await send()).json).toEqual(repeated)
    sandbox.clock.advance(11_000)
    expect((await send()).status).toBe(201)
  })

  it('keeps the crmMessageId of a rejected message unused', async () => {
    const sandbox = await startSandbox()
    const body = { ...message, crmMessageId: 'crm-1' }
    await callV3(sandbox, 'POST /v3/message', { body: { ...body, refMessageId: 'nobody-has-this' } })
    expect(await callV3(sandbox, 'POST /v3/message', { body })).toMatchObject({ status: 201 })
  })

  it('keeps only the first ten buttons', async () => {
    const sandbox = await startSandbox()
    const receiver = await startReceiver()
    const subscriptions = { messagesAndStatuses: true }
    await createV3Client(sandbox).setWebhooks({ webhooksUri: receiver.url, subscriptions })
    const buttons = Array.from({ length: 12 }, (_, index) => ({ text: `Choice ${index}`, type: 'text' }))
    await callV3(sandbox, 'POST /v3/message', { body: { ...message, buttonsObject: { buttons } } })
    await expect
      .poll(() => receiver.calls[1]?.json)
      .toMatchObject({ messages: [{ interactive: buttons.slice(0, 10) }] })
  })

  it.each([
    ['CHAT_WRONG_CHAT_TYPE', 'an unknown messenger', { ...message, chatType: 'icq' }],
    ['CHAT_INCORRECT_CHAT_ID_WHATSAPP', 'a plus sign', { ...message, chatId: '+79998887766' }],
    ['CHAT_INCORRECT_CHAT_ID_WHATSAPP', 'an object for a chatId', { ...message, chatId: { toString: 1, valueOf: 1 } }],
    ['MESSAGE_TEXT_CAN_NOT_BE_BLANK', 'a text of spaces', { ...message, text: '  ' }],
    ['MESSAGE_CONTENT_CAN_NOT_BE_BLANK', 'a blank link', { ...withoutText, contentUri: ' ' }],
    ['MESSAGE_NOTHING_TO_SEND', 'nothing to send', withoutText],
    ['MESSAGE_DOWNLOAD_CONTENT_ERROR', 'a local file', { ...withoutText, contentUri: 'file:///etc/passwd' }],
    ['MESSAGE_TEXT_TOO_LONG', '10,001 letters', { ...message, text: 'x'.repeat(10_001) }],
    [
      'MESSAGES_TOO_LONG_TELEGRAM',
      '4,097 letters in Telegram',
      { channelId: channelIds.telegram, chatType: 'telegram', chatId: '1', text: 'x'.repeat(4_097) },
    ],
    [
      'MESSAGES_TOO_LONG_INSTAGRAM',
      '1,001 letters in Instagram',
      { channelId: channelIds.instagram, chatType: 'instagram', chatId: 'ann', text: 'x'.repeat(1_001) },
    ],
    [
      'MESSAGES_TOO_LONG_WABA',
      '4,097 letters in WABA',
      { ...message, channelId: template.channelId, text: 'x'.repeat(4_097) },
    ],
    ['INVALID_MESSAGE_DATA', 'a number for a text', { ...message, text: 5 }],
    ['INVALID_MESSAGE_DATA', 'a list', [message]],
    ['CHANNEL_NOT_FOUND', 'an unknown channel', { ...message, channelId: '654bae5f-2981-41e1-8279-4cd6898511da' }],
    ['REFERENCE_MESSAGE_NOT_FOUND', 'an unknown quote', { ...message, refMessageId: 'nobody-has-this' }],
  ])('responds %s to %s', async (code, _, body) => {
    const sandbox = await startSandbox()
    const { status, json } = await callV3(sandbox, 'POST /v3/message', { body })
    expect({ status, json }).toMatchObject({ status: 400, json: { status: 400, error: code } })
    expect(await getMessages(sandbox, ann)).toEqual([])
  })

  it.each([
    ['chatType', 'no chatType', 'CHAT_MISSING_CHAT_TYPE', { ...message, chatType: undefined }],
    ['chatId', 'no recipient', 'CHAT_MISSING_CHAT_ID', { ...message, chatId: undefined }],
    ['channelId', 'no channel', 'VALIDATION_ERROR', { ...message, channelId: undefined }],
    ['channelId', 'a channel that is no UUID', 'VALIDATION_ERROR', { ...message, channelId: 'main' }],
    ['crmUserId', 'a number for a user', 'VALIDATION_ERROR', { ...message, crmUserId: 7 }],
    ['contentUri', 'text and content', 'MESSAGE_ONLY_TEXT_OR_CONTENT', { ...message, contentUri: 'https://a.example' }],
    ['templateId', 'an unknown template', 'VALIDATION_ERROR', { ...template, templateId: 'none' }],
    ['templateId', "a phone's WhatsApp", 'VALIDATION_ERROR', { ...template, channelId: channelIds.whatsapp }],
  ])('answers INVALID_MESSAGE_DATA with %s to %s, or the older %s with a quirk', async (field, _, older, body) => {
    const sandbox = await startSandbox()
    const json = { status: 400, error: 'INVALID_MESSAGE_DATA', data: { fields: [field] } }
    expect(await callV3(sandbox, 'POST /v3/message', { body })).toMatchObject({ status: 400, json })
    sandbox.quirks.set('wazzup-v3.olderCodes', true)
    expect(await callV3(sandbox, 'POST /v3/message', { body })).toMatchObject({ json: { ...json, error: older } })
    expect(await getMessages(sandbox, ann)).toEqual([])
  })

  it.each([
    ['vk', 'MESSAGES_ABNORMAL_SEND'],
    ['instagram', 'MESSAGES_INVALID_CONTACT_TYPE'],
  ] as const)(
    'answers WRONG_TRANSPORT to a WhatsApp chat through a channel of %s, or %s with a quirk',
    async (transport, older) => {
      const sandbox = await startSandbox()
      const body = { ...message, channelId: channelIds[transport] }
      const data = { channelId: channelIds[transport], transport, chatType: 'whatsapp' }
      const { json } = await callV3(sandbox, 'POST /v3/message', { body })
      expect(json).toMatchObject({ status: 400, error: 'WRONG_TRANSPORT', data })
      sandbox.quirks.set('wazzup-v3.olderCodes', true)
      const again = await callV3(sandbox, 'POST /v3/message', { body })
      expect(again.json).toMatchObject({ status: 400, error: older })
      expect(again.json).not.toHaveProperty('data')
    },
  )

  it('rejects a body that is not JSON, such as an object passed to fetch', async () => {
    const sandbox = await startSandbox()
    const answer = await callV3(sandbox, 'POST /v3/message', { rawBody: '[object Object]' })
    expect(answer).toMatchObject({ status: 400, json: { error: 'VALIDATION_ERROR' } })
  })
})

describe('a message that was sent', () => {
  it('is edited and deleted within 15 minutes, and not later', async () => {
    const sandbox = await startSandbox()
    const client = createV3Client(sandbox)
    const { messageId } = await client.sendMessage(message)
    await client.editMessage({ messageId, text: 'Good day, Ann' })
    expect(await getMessages(sandbox, ann)).toMatchObject([{ text: 'Good day, Ann' }])
    sandbox.clock.advance(15 * 60_000 + 5_000)
    await expect(client.editMessage({ messageId, text: 'Hi' })).rejects.toMatchObject({
      code: 'MESSAGES_EDITING_TIME_EXPIRED',
    })
    await expect(client.deleteMessage(messageId)).rejects.toMatchObject({ code: 'MESSAGES_DELETION_TIME_EXPIRED' })
    const later = await client.sendMessage(message)
    await client.deleteMessage(later.messageId)
    await expect(client.deleteMessage(later.messageId)).rejects.toMatchObject({ code: 'MESSAGES_NOT_FOUND' })
  })

  it.each([
    ['text', 'CHANNEL_INVALID_TRANSPORT_FOR_EDITING', { text: 'Hi' }],
    ['file', 'CHANNEL_INVALID_TRANSPORT_FOR_EDITING', { contentUri: 'https://example.com/a.png' }],
  ])('cannot have its %s edited through WABA', async (_, code, change) => {
    const sandbox = await startSandbox()
    const client = createV3Client(sandbox)
    const { messageId } = await client.sendMessage({ ...message, channelId: template.channelId })
    const { status, json } = await callV3(sandbox, `PATCH /v3/message/${messageId}`, { body: change })
    expect({ status, json }).toMatchObject({ status: 400, json: { error: code } })
    await expect(client.deleteMessage(messageId)).rejects.toMatchObject({
      code: 'CHANNEL_INVALID_TRANSPORT_FOR_DELETION',
    })
  })

  it('cannot be edited with buttons, to a file in WhatsApp, without access, or with an unknown id', async () => {
    const sandbox = await startSandbox()
    const client = createV3Client(sandbox)
    const buttonsObject = { buttons: [{ text: 'Yes', type: 'text' as const }] }
    const withButtons = await client.sendMessage({ ...message, buttonsObject })
    const plain = await client.sendMessage(message)
    await client.saveContacts([{ id: '1', responsibleUserId: '7', name: 'Ann', contactData: [ann] }])
    const edit = (messageId: string, change: object) =>
      callV3(sandbox, `PATCH /v3/message/${messageId}`, { body: change })
    const answers = [
      await edit(withButtons.messageId, { text: 'Hi' }),
      await edit(plain.messageId, { contentUri: 'https://example.com/a.png' }),
      await edit(plain.messageId, { text: 'Hi', crmUserId: '8' }),
      await edit('nobody-has-this', { text: 'Hi' }),
    ]
    expect(answers.map(({ json }) => json)).toMatchObject([
      { error: 'MESSAGES_CONTAIN_BUTTONS' },
      { error: 'CHANNEL_INVALID_TRANSPORT_FOR_CONTENT_EDITING' },
      { error: 'CHAT_NO_ACCESS' },
      { error: 'MESSAGES_NOT_FOUND' },
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { startWazzupV3 } from '../../test/startWazzupV3.ts'
import { InvalidParametersError, OutcomeUnknownError, RateLimitedError, VendorRequestError } from '../errors.ts'
import { isWazzupV3Error, liveErrorCodes, messageErrorCodes } from './errorCodes.ts'
import * as examples from './fixtures/examples.ts'
import type { MessageParameters } from './messageRequest.ts'

const { channelId } = examples.textRequest.payload
const to = { channelId, chatType: 'whatsapp', chatId: '79991112233' } as const
const text = { ...to, text: 'Good morning' }
const sent = { status: 201, json: examples.messageAnswer.payload }

describe('sendMessage', () => {
  it.each([
    ['text', examples.textRequest.payload],
    ['template with buttons', examples.templateRequest.payload],
    ['interactive message', examples.interactiveRequest.payload],
  ])("sends the documents' %s, and reads the answer", async (_, message) => {
    const { wazzup, requests } = await startWazzupV3(sent)
    await expect(wazzup.sendMessage(message)).resolves.toEqual(examples.messageAnswer.payload)
    const authorization = examples.headersExample.payload.authorization.replace(/\w+$/, 'the-key')
    expect(requests).toMatchObject([{ method: 'POST', url: '/v3/message', headers: { authorization }, body: message }])
  })

  it('sends a file, and keeps the chat in the counter', async () => {
    const { wazzup, requests } = await startWazzupV3(sent)
    const message = { ...to, contentUri: 'https://files.example.com/a.png', clearUnanswered: false }
    await wazzup.sendMessage(message)
    expect(requests[0]?.body).toEqual(message)
  })

  it.each([
    { chatType: 'telegram', username: 'ann' },
    { chatType: 'telegram', phone: '79991112233' },
    { chatType: 'max', phone: '79991112233' },
    { chatType: 'whatsgroup', chatId: '79991112233-1611143663' },
  ] as const)('writes to $chatType by what is known: $username$phone$chatId', async (recipient) => {
    const { wazzup, requests } = await startWazzupV3({ status: 201, json: { messageId: 'm1', chatId: 42 } })
    const result = await wazzup.sendMessage({ channelId, ...recipient, text: 'Hello' })
    expect(result).toEqual({ messageId: 'm1', chatId: '42' })
    expect(requests[0]?.body).toEqual({ channelId, ...recipient, text: 'Hello' })
  })

  it('is refused with the code that the documents write in camel case', async () => {
    const { wazzup } = await startWazzupV3({ status: 400, json: examples.repeatedAnswer.payload })
    const error = await wazzup.sendMessage(examples.textRequest.payload).catch((reason: unknown) => reason)
    expect(isWazzupV3Error(error, 'REPEATED_CRM_MESSAGE_ID')).toBe(true)
    expect(error).toBeInstanceOf(VendorRequestError)
  })
})

describe('a send without a crmMessageId', () => {
  it.each([
    ['a cut connection', 'cut', OutcomeUnknownError],
    ['a bad gateway', { status: 502 }, OutcomeUnknownError],
    ['too many requests', { status: 429 }, RateLimitedError],
  ] as const)('never goes out a second time after %s', async (_, answer, error) => {
    const { wazzup, requests } = await startWazzupV3(answer)
    await expect(wazzup.sendMessage(text)).rejects.toThrow(error)
    expect(requests).toHaveLength(1)
  })
})

describe('a send with a crmMessageId', () => {
  const message = { ...text, crmMessageId: 'm-7' }

  it.each([
    ['a cut connection', 'cut'] as const,
    ['a bad gateway', { status: 502 }] as const,
    ['too many requests', { status: 429 }] as const,
  ])('goes out again, under the same id, after %s', async (_, answer) => {
    const { wazzup, requests } = await startWazzupV3((_, index) => (index === 0 ? answer : sent))
    await expect(wazzup.sendMessage(message)).resolves.toEqual(examples.messageAnswer.payload)
    expect(requests.map(({ body }) => body)).toEqual([message, message])
  })

  it('is told when its first attempt had arrived after all', async () => {
    const repeated = { status: 400, json: examples.repeatedAnswer.payload }
    const { wazzup, requests } = await startWazzupV3((_, index) => (index === 0 ? 'cut' : repeated))
    const error = await wazzup.sendMessage(message).catch((reason: unknown) => reason)
    expect(isWazzupV3Error(error, 'REPEATED_CRM_MESSAGE_ID')).toBe(true)
    expect(requests).toHaveLength(2)
  })
})

describe('a refusal', () => {
  const codes = [...Object.values(messageErrorCodes), ...Object.values(liveErrorCodes)]

  it.each(codes)('%s is told by its code, however the vendor wraps it', async (code) => {
    const camel = code.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
    const bodies = [
      { error: code, description: 'no', data: { fields: ['text'] } },
      { error: { code } },
      { error: camel },
    ]
    const { wazzup } = await startWazzupV3((_, index) => ({ status: 400, json: bodies[index] }))
    for (const body of bodies) {
      const error = await wazzup.sendMessage(text).catch((reason: unknown) => reason)
      expect(isWazzupV3Error(error, code)).toBe(true)
      expect(error).toMatchObject({ status: 400, data: Object(body).data })
    }
  })
})

describe('the keyboard of a bot', () => {
  const telegram = { channelId, chatType: 'telegram', chatId: '42' } as const
  const url = 'https://example.com'
  const text = 'Hello'

  const keyboards: MessageParameters[] = [
    {
      ...telegram,
      text,
      buttonsObject: {
        replyMarkup: 'inline',
        buttons: [
          [
            { text: 'Site', url },
            { text: 'Yes', callbackData: 'yes' },
          ],
        ],
      },
    },
    { ...telegram, text, buttonsObject: { replyMarkup: 'reply', buttons: [[{ text: 'Yes' }], [{ text: 'No' }]] } },
    { ...telegram, text, buttonsObject: { replyMarkup: 'reply', oneTimeKeyboard: true, buttons: [[{ text: 'Yes' }]] } },
    { ...telegram, text, buttonsObject: { replyMarkup: 'reply', removeKeyboard: true } },
    {
      ...telegram,
      text,
      chatType: 'max',
      buttonsObject: {
        chatType: 'max',
        buttons: [
          [
            { type: 'callback', text: 'Yes', payload: 'yes', intent: 'positive' },
            { type: 'link', text: 'Site', url },
          ],
          [{ type: 'message', text: 'No', intent: 'negative' }],
        ],
      },
    },
  ]

  it.each(keyboards)('is sent as it is: %#', async (parameters) => {
    const { wazzup, requests } = await startWazzupV3(sent)
    await wazzup.sendMessage(parameters)
    expect(requests).toMatchObject([{ body: parameters }])
  })
})

describe('what is refused before it is sent', () => {
  const contentUri = 'https://files.example.com/a.png'
  const buttons = (count: number, label = 'Yes'): object => ({
    buttons: Array.from({ length: count }, () => ({ text: label, type: 'text' })),
  })
  const telegram = { channelId, chatType: 'telegram', chatId: '42' }
  const bot = { ...telegram, text: 'Hello' }
  const rows = (count: number, button: object): object => ({
    replyMarkup: 'inline',
    buttons: Array.from({ length: count }, () => [{ text: 'Yes', ...button }]),
  })
  const maxKeyboard = { buttons: [[{ type: 'message', text: 'Yes' }]] }

  it.each([
    ['a text together with a file', { ...text, contentUri }],
    ['a text together with a template', { ...text, templateId: 't1' }],
    ['nothing to send', to],
    ['an empty text', { ...to, text: '' }],
    ['10,001 characters for WhatsApp', { ...to, text: 'a'.repeat(10_001) }],
    ['4,097 characters for Telegram', { ...telegram, text: 'a'.repeat(4_097) }],
    ['1,001 characters for Instagram', { channelId, chatType: 'instagram', chatId: 'ann', text: 'a'.repeat(1_001) }],
    ['1,001 characters for VK', { channelId, chatType: 'vk', chatId: '1', text: 'a'.repeat(1_001) }],
    ['11 buttons', { ...text, buttonsObject: buttons(11) }],
    ['no button', { ...text, buttonsObject: buttons(0) }],
    ['a button of 21 characters', { ...text, buttonsObject: buttons(1, 'a'.repeat(21)) }],
    ['a button without a text outside a template', { ...text, buttonsObject: { buttons: [{ payload: 'p' }] } }],
    ['13 buttons of a Telegram bot', { ...bot, buttonsObject: rows(13, { callbackData: 'x' }) }],
    [
      'a Telegram button of 65 characters',
      { ...bot, buttonsObject: rows(1, { text: 'a'.repeat(65), callbackData: 'x' }) },
    ],
    ['callback data of 65 bytes', { ...bot, buttonsObject: rows(1, { callbackData: 'ж'.repeat(33) }) }],
    ['an inline button that does nothing', { ...bot, buttonsObject: rows(1, {}) }],
    ['a keyboard of MAX in Telegram', { ...bot, buttonsObject: maxKeyboard }],
    ['a keyboard of Telegram in WhatsApp', { ...text, buttonsObject: rows(1, { callbackData: 'x' }) }],
    ['rows without an effect of MAX', { ...bot, chatType: 'max', buttonsObject: { buttons: [[{ text: 'Yes' }]] } }],
    ['buttons under a file', { ...to, contentUri, buttonsObject: buttons(1) }],
    ['values without a template', { ...text, templateValues: ['a'] }],
    ['a phone number with a plus', { channelId, chatType: 'telegram', phone: '+79991112233', text: 'a' }],
    ['a username with @', { channelId, chatType: 'telegram', username: '@ann', text: 'a' }],
    ['a username for WhatsApp', { ...text, chatId: undefined, username: 'ann' }],
    ['a phone number for VK', { channelId, chatType: 'vk', phone: '79991112233', text: 'a' }],
    ['no recipient', { channelId, chatType: 'telegram', text: 'a' }],
    ['a whatsapp number with a plus', { ...text, chatId: '+79991112233' }],
    ['an instagram name with @', { channelId, chatType: 'instagram', chatId: '@ann', text: 'a' }],
    ['a transport in the place of a messenger', { ...text, chatType: 'wapi' }],
    ['a channel that is no UUID', { ...text, channelId: 'c1' }],
    ['a file that is no link', { ...to, contentUri: 'javascript:alert(1)' }],
  ])('%s', async (_, parameters) => {
    const { wazzup, requests } = await startWazzupV3(sent)
    // What a caller without types might pass.
    const call = wazzup.sendMessage as (parameters: unknown) => Promise<unknown>
    await expect(call(parameters)).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })

  it('is none of the longest that fits', async () => {
    const { wazzup, requests } = await startWazzupV3(sent)
    await wazzup.sendMessage({ ...to, text: '🙂'.repeat(10_000) })
    await wazzup.sendMessage({ ...to, chatType: 'telegram', text: 'a'.repeat(4_096) })
    const button = { text: '🙂'.repeat(20), type: 'text', id: 'yes' } as const
    await wazzup.sendMessage({ ...text, buttonsObject: { buttons: Array.from({ length: 10 }, () => button) } })
    expect(requests).toHaveLength(3)
  })
})

describe('editMessage', () => {
  it('sends the new text, or the new file', async () => {
    const { wazzup, requests } = await startWazzupV3({ status: 200 })
    await wazzup.editMessage({ messageId: 'm/1', text: 'Good evening', crmUserId: '7' })
    await wazzup.editMessage({ messageId: 'm1', contentUri: 'https://files.example.com/b.png' })
    expect(requests).toMatchObject([
      { method: 'PATCH', url: '/v3/message/m%2F1', body: { text: 'Good evening', crmUserId: '7' } },
      { method: 'PATCH', url: '/v3/message/m1', body: { contentUri: 'https://files.example.com/b.png' } },
    ])
  })

  it('is told when the time for it is over', async () => {
    const { wazzup } = await startWazzupV3({ status: 400, json: { error: 'MESSAGES_EDITING_TIME_EXPIRED' } })
    const error = await wazzup.editMessage({ messageId: 'm1', text: 'a' }).catch((reason: unknown) => reason)
    expect(isWazzupV3Error(error, 'MESSAGES_EDITING_TIME_EXPIRED')).toBe(true)
  })
})

describe('deleteMessage', () => {
  it('names the message', async () => {
    const { wazzup, requests } = await startWazzupV3({ status: 200 })
    await wazzup.deleteMessage('m1')
    expect(requests).toMatchObject([{ method: 'DELETE', url: '/v3/message/m1' }])
  })
})

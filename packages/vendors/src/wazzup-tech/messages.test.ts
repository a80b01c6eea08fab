import { describe, expect, it } from 'vitest'
import { startVendor, type VendorAnswer } from '../../test/startVendor.ts'
import { InvalidParametersError, OutcomeUnknownError, VendorRequestError } from '../errors.ts'
import { createWazzupTech, type WazzupTech } from './createWazzupTech.ts'
import { isWazzupTechError } from './errorCodes.ts'
import * as examples from './fixtures/messages.ts'
import type { MessageParameters } from './messageRequest.ts'
import { messageRequestSchema } from './messageRequest.ts'

const channel_id = '5f0f6f0a-58f2-4d0e-9d5a-0c5b7f3f4b11'
const message_id = '61c2b7d0-51d5-4f57-9a50-7f0c1d8a2b33'
const whatsapp = { chat_type: 'whatsapp', chat_id: '79991112233' } as const

async function startTech(answer: VendorAnswer): Promise<{ wazzup: WazzupTech; requests: { body: unknown }[] }> {
  const { url, requests } = await startVendor(() => answer)
  return { wazzup: createWazzupTech({ accessToken: 'token-of-the-account', baseUrl: url }), requests }
}

describe('sendMessage', () => {
  it('sends a text as the documents show it, and reads a chat id that is a number', async () => {
    const { wazzup, requests } = await startTech({ json: examples.sendAnswer.payload })
    const result = await wazzup.sendMessage({ channel_id, recipient: whatsapp, text: 'Good morning' })
    expect(result).toEqual({ request_id: 'c9c3d2f4-2a44-4c1c-8f43-b9c6c2b6a0de', chat_id: '79991112233' })
    expect(requests).toMatchObject([
      {
        method: 'POST',
        url: '/v2/messages',
        headers: { authorization: 'Bearer token-of-the-account' },
        body: examples.textRequest.payload,
      },
    ])
  })

  it('sends a file as the documents show it', async () => {
    const { wazzup, requests } = await startTech({ json: examples.sendAnswer.payload })
    await wazzup.sendMessage({
      channel_id,
      recipient: { chat_type: 'whatsapp', chat_id: 37_120_001_122 },
      attachment: {
        url: 'https://files.example.com/download?export=yes&id=offer-17',
        name: 'offer.pdf',
        mimetype: 'application/pdf',
        size: 73_421,
        sha1: '2fd4e1c67a2d28fced849ee1bb76e7391b93eb12',
      },
      crm_user_id: 'staff-7',
    })
    expect(requests[0]?.body).toEqual(examples.attachmentRequest.payload)
  })

  it("sends a template's buttons within the template, where the table has them", async () => {
    const { wazzup, requests } = await startTech({ json: examples.sendAnswer.payload })
    const buttons = [{ payload: 'enough' }, { payload: 'more' }]
    const template = { id: '0b6c6f5a-7a0e-4d8e-8a52-3f7d2f0f9a10', values: ['17'], buttons }
    await wazzup.sendMessage({ channel_id, recipient: whatsapp, template })
    expect(requests[0]?.body).toEqual({ channel_id, recipient: whatsapp, template })
  })

  it("reads a template's buttons beside the template too, as the documents' example has them", () => {
    const { template } = messageRequestSchema.parse(examples.templateRequest.payload)
    expect(template?.buttons?.map(({ payload }) => payload)).toEqual(['enough', 'more', 'more'])
  })

  it('is told that text and file exclude each other', async () => {
    const { wazzup } = await startTech({ status: 400, json: examples.moreThanOneContentAnswer.payload })
    const sent = wazzup.sendMessage({ channel_id, recipient: whatsapp, text: 'Good morning' })
    const error = await sent.catch((refusal: unknown) => refusal)
    expect(error).toBeInstanceOf(VendorRequestError)
    expect(isWazzupTechError(error, 'MORE_THAN_ONE_CONTENT')).toBe(true)
    expect(isWazzupTechError(error, 'INVALID_USER_DATA')).toBe(false)
  })

  it('is never sent a second time, whatever became of the first', async () => {
    for (const answer of ['cut', { status: 502 }, { status: 429 }] as const) {
      const { wazzup, requests } = await startTech(answer)
      const sent = wazzup.sendMessage({ channel_id, recipient: whatsapp, text: 'Good morning' })
      const unknown = answer === 'cut' || answer.status === 502
      await expect(sent).rejects.toSatisfy((error) => error instanceof OutcomeUnknownError === unknown)
      expect(requests).toHaveLength(1)
    }
  })
})

describe('what is refused before it is sent', () => {
  const text = 'Hello'
  const row = [{ text: 'Yes', callback_data: 'y' }]
  const cases: Record<string, unknown> = {
    'a text together with a file': {
      recipient: whatsapp,
      text,
      attachment: { url: 'https://files.example.com/a.png' },
    },
    'neither text nor file': { recipient: whatsapp },
    'a text of 10,001 characters for WhatsApp': { recipient: whatsapp, text: 'a'.repeat(10_001) },
    'a text of 4,097 characters for Telegram': {
      recipient: { chat_type: 'telegram', chat_id: '1' },
      text: 'a'.repeat(4_097),
    },
    'a text of 1,001 characters for Instagram': {
      recipient: { chat_type: 'instagram', chat_id: 'ann' },
      text: 'a'.repeat(1_001),
    },
    'a messenger that is not there': { recipient: { chat_type: 'icq', chat_id: '1' }, text },
    'a phone number with a plus': { recipient: { chat_type: 'whatsapp', chat_id: '+79991112233' }, text },
    'an instagram name with @': { recipient: { chat_type: 'instagram', chat_id: '@ann' }, text },
    'a username for WhatsApp': { recipient: { chat_type: 'whatsapp', chat_id: '79991112233', username: 'ann' }, text },
    'a phone with a plus for Telegram': { recipient: { chat_type: 'telegram', phone: '+79991112233' }, text },
    'a Telegram recipient without any name': { recipient: { chat_type: 'telegram' }, text },
    'eleven WABA buttons': {
      recipient: whatsapp,
      text,
      keyboard: { buttons: Array.from({ length: 11 }, (_, index) => ({ text: `${index}`, payload: `${index}` })) },
    },
    'a WABA button of 21 characters': {
      recipient: whatsapp,
      text,
      keyboard: { buttons: [{ text: 'a'.repeat(21), payload: 'a' }] },
    },
    'thirteen Telegram buttons': {
      recipient: { chat_type: 'telegram', chat_id: '1' },
      text,
      keyboard: { reply_markup: 'inline', buttons: Array.from({ length: 13 }, () => row) },
    },
    'callback data of 65 bytes': {
      recipient: { chat_type: 'telegram', chat_id: '1' },
      text,
      keyboard: { reply_markup: 'inline', buttons: [[{ text: 'Yes', callback_data: `${'я'.repeat(32)}a` }]] },
    },
    'a Telegram keyboard for WhatsApp': { recipient: whatsapp, text, keyboard: { buttons: [row] } },
    'a MAX link button without a link': {
      recipient: { chat_type: 'max', chat_id: '1' },
      text,
      keyboard: { buttons: [[{ type: 'link', text: 'Open' }]] },
    },
    'a keyboard for Avito': {
      recipient: { chat_type: 'avito', chat_id: '1' },
      text,
      keyboard: { buttons: [{ text: 'Yes', payload: 'y' }] },
    },
  }

  it.each(Object.keys(cases))('%s', async (name) => {
    const { wazzup, requests } = await startTech({ json: examples.sendAnswer.payload })
    const message = { channel_id, ...Object(cases[name]) } as MessageParameters // What no type lets through.
    await expect(wazzup.sendMessage(message)).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })
})

describe('what is just within the limits', () => {
  const telegram = { chat_type: 'telegram', chat_id: '1' } as const
  const messages: Record<string, MessageParameters> = {
    'a text of 10,000 characters, counted as people count': {
      channel_id,
      recipient: whatsapp,
      text: '🙂'.repeat(10_000),
    },
    'ten WABA buttons of 20 characters': {
      channel_id,
      recipient: whatsapp,
      text: 'Choose',
      keyboard: { buttons: Array.from({ length: 10 }, () => ({ text: 'я'.repeat(20), payload: 'a' })) },
    },
    'twelve Telegram buttons with 64 bytes each': {
      channel_id,
      recipient: telegram,
      text: 'Choose',
      keyboard: {
        reply_markup: 'inline',
        buttons: Array.from({ length: 6 }, () => [
          { text: 'a'.repeat(64), callback_data: 'я'.repeat(32) },
          { text: 'Open', url: 'https://example.com' },
        ]),
      },
    },
    'a Telegram reply keyboard': {
      channel_id,
      recipient: { chat_type: 'telegram', username: 'ann' },
      text: 'Choose',
      keyboard: { reply_markup: 'reply', one_time_keyboard: true, buttons: [[{ text: 'Yes' }, { text: 'No' }]] },
    },
    'the removal of a Telegram keyboard': {
      channel_id,
      recipient: telegram,
      text: 'Thank you',
      keyboard: { reply_markup: 'reply', remove_keyboard: true },
    },
    'a MAX keyboard with every kind of button': {
      channel_id,
      recipient: { chat_type: 'max', phone: '79991112233' },
      text: 'Choose',
      keyboard: {
        buttons: [
          [
            { type: 'callback', text: 'Yes', payload: 'y', intent: 'positive' },
            { type: 'link', text: 'Open', url: 'https://example.com' },
            { type: 'message', text: 'No' },
          ],
        ],
      },
    },
  }

  it.each(Object.keys(messages))('%s', async (name) => {
    const { wazzup, requests } = await startTech({ json: examples.sendAnswer.payload })
    await wazzup.sendMessage(messages[name] as MessageParameters)
    expect(requests[0]?.body).toEqual(messages[name])
  })
})

describe('a message that was sent', () => {
  it('is edited as the documents show it', async () => {
    const { wazzup, requests } = await startTech({ json: examples.editAnswer.payload })
    const change = await wazzup.editMessage({ message_id, text: 'Good evening' })
    expect(change).toEqual({ message_id, chat_id: '79991112233' })
    expect(requests).toMatchObject([
      { method: 'PATCH', url: `/v2/messages/${message_id}`, body: examples.editRequest.payload },
    ])
  })

  it('is deleted as the documents show it', async () => {
    const { wazzup, requests } = await startTech({ json: examples.deleteAnswer.payload })
    const change = await wazzup.deleteMessage({ message_id })
    expect(change).toEqual({ message_id: '9d0f8a51-6b1c-4a7e-8c7d-0a1b2c3d4e5f', chat_id: '79991112233' })
    expect(requests).toMatchObject([{ method: 'DELETE', url: `/v2/messages/${message_id}`, text: '' }])
  })

  it('is not looked for under an id that leads elsewhere', async () => {
    const { wazzup, requests } = await startTech({ json: examples.deleteAnswer.payload })
    await expect(wazzup.deleteMessage({ message_id: '../channels' })).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })
})

import { describe, expect, it } from 'vitest'
import { InvalidParametersError } from './errors.ts'
import { createWazzupTech } from './wazzup-tech/createWazzupTech.ts'
import { createWazzupV2 } from './wazzup-v2/createWazzupV2.ts'
import { createWazzupV3 } from './wazzup-v3/createWazzupV3.ts'
import { createWhatomate } from './whatomate/createWhatomate.ts'

describe('a Russian number that begins with 8', () => {
  let sent = 0
  const options = {
    fetch: async () => {
      sent += 1
      return Response.json({})
    },
  }
  const number = '89990000000'
  const v2 = createWazzupV2({ apiKey: 'k', ...options })
  const v3 = createWazzupV3({ apiKey: 'k', ...options })
  const tech = createWazzupTech({ accessToken: 't', ...options })
  const whatomate = createWhatomate({ apiKey: 'k', baseUrl: 'http://127.0.0.1:1', ...options })
  const whatsapp = { chatType: 'whatsapp', chatId: number } as const
  const channelId = '7d0c2a34-9b1e-4f60-8a2d-5c3b1e0f9a88'

  it.each([
    ['V2, in a message', () => v2.sendMessage({ channelId, ...whatsapp, text: 'Hello' })],
    ['V2, as a number', () => v2.sendMessage({ channelId, ...whatsapp, chatId: Number(number), text: 'Hello' })],
    ['V2, in a contact', () => v2.saveContacts([{ id: '1', name: 'Ann', responsibleUserId: '1', chats: [whatsapp] }])],
    ['v3, in a message', () => v3.sendMessage({ channelId, ...whatsapp, text: 'Hello' })],
    ['v3, to Viber', () => v3.sendMessage({ channelId, chatType: 'viber', chatId: number, text: 'Hello' })],
    ['v3, to a phone', () => v3.sendMessage({ channelId, chatType: 'telegram', phone: number, text: 'Hello' })],
    ['v3, of a user', () => v3.saveUsers([{ id: '1', name: 'Ann', phone: number }])],
    [
      'tech, in a message',
      () =>
        tech.sendMessage({ channel_id: channelId, recipient: { chat_type: 'whatsapp', chat_id: number }, text: 'Hi' }),
    ],
    [
      'tech, to a phone',
      () => tech.sendMessage({ channel_id: channelId, recipient: { chat_type: 'max', phone: number }, text: 'Hi' }),
    ],
    ['Whatomate, in a template', () => whatomate.sendTemplate({ phone_number: number, template_name: 'hello' })],
    ['Whatomate, of a contact', () => whatomate.createContact({ phone_number: number })],
  ])('is refused before it is sent: %s', async (_, call) => {
    sent = 0
    const error = await call().then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(InvalidParametersError)
    expect(String(error)).toContain('starts with 7, not with 8')
    expect(sent).toBe(0)
  })
})

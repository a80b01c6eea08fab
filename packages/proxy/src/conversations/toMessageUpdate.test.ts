import { messageSchema } from '@crm-chat/protocol'
import { type MessageEvent, parseWazzupV3Webhook, parseWhatomateWebhook } from '@crm-chat/vendors/webhooks'
import { describe, expect, it } from 'vitest'
import { toMessageUpdate } from './toMessageUpdate.ts'

const receivedAt = '2030-01-01T00:00:00.000Z'
const event: MessageEvent = {
  kind: 'message',
  vendor: 'wazzup-v3',
  at: '2029-12-31T00:00:00.000Z',
  message: {
    id: 'm1',
    chat: { chatType: 'telegram', chatId: 'a/b~c' },
    direction: 'incoming',
    type: 'image',
    contentUrl: 'https://vendor.example/a.png',
    status: 'received',
  },
  raw: {},
}

describe('an event of a message', () => {
  it('becomes a message of the contract whose file is known by an id', () => {
    const update = toMessageUpdate({ event, receivedAt })
    expect(update).toEqual({
      kind: 'message',
      message: {
        id: 'm1',
        chat: { chatType: 'telegram', chatId: 'a/b~c' },
        conversationId: 'telegram~a%2Fb~c',
        direction: 'incoming',
        type: 'image',
        file: { mediaId: 'm1' },
        status: 'received',
        at: '2029-12-31T00:00:00.000Z',
      },
      fileUrl: 'https://vendor.example/a.png',
    })
    if (update?.kind === 'message') expect(messageSchema.parse(update.message)).toEqual(update.message)
  })

  it('has the time at which it was received where the vendor sends none', () => {
    const { at: _, ...rest } = event
    expect(toMessageUpdate({ event: rest, receivedAt })).toMatchObject({ message: { at: receivedAt } })
  })

  it('names who wrote in a group', () => {
    const message = { ...event.message, chat: { chatType: 'whatsgroup', chatId: '1' }, contact: { name: 'Ann' } }
    expect(toMessageUpdate({ event: { ...event, message }, receivedAt })).toMatchObject({
      message: { author: { name: 'Ann' } },
    })
    const ofTech = { ...event, vendor: 'wazzup-tech', message: { ...message, contact: { name: 'Choir' } } } as const
    expect(toMessageUpdate({ event: ofTech, receivedAt })).not.toHaveProperty('message.author')
    const named = { ...ofTech, message: { ...ofTech.message, author: { name: 'Ann' } } }
    expect(toMessageUpdate({ event: named, receivedAt })).toMatchObject({ message: { author: { name: 'Ann' } } })
  })

  it('becomes a reaction of a person to the message it quotes', () => {
    const message = { ...event.message, type: 'reaction', text: '👍', quotedMessageId: 'm0' } as const
    expect(toMessageUpdate({ event: { ...event, message }, receivedAt })).toEqual({
      kind: 'reaction',
      messageId: 'm0',
      author: 'incoming ',
      emoji: '👍',
      at: event.at,
    })
  })

  it('belongs to Whatomate’s own conversation', async () => {
    const data = { message_id: 'm1', contact_id: 'c-1', contact_phone: '7999', message_type: 'text', content: 'Hi' }
    const [read] = await parseWhatomateWebhook({ headers: {}, body: { event: 'message.incoming', data }, options: {} })
    if (!read) throw new Error('No event was read.')
    expect(toMessageUpdate({ event: read, receivedAt })).toMatchObject({ message: { conversationId: 'c-1' } })
  })
})

it('events about anything else are no updates of messages', () => {
  const [read] = parseWazzupV3Webhook({ headers: {}, body: { test: true }, options: {} })
  expect(read && toMessageUpdate({ event: read, receivedAt })).toBeUndefined()
})

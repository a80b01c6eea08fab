import { describe, expect, it } from 'vitest'
import { InvalidWebhookError } from '../errors.ts'
import * as examples from '../wazzup-v2/fixtures/webhooks.ts'
import { authorTypeCodes, channelStates, messageStatusCodes, messageTypeCodes } from '../wazzup-v2/webhookCodes.ts'
import { instagramPostSchema, webhookSchema } from '../wazzup-v2/webhookPayloads.ts'
import type { ChatEvent } from './chatEvent.ts'
import { parseWebhook } from './parseWebhook.ts'

const vendor = 'wazzup-v2'
const message = {
  messageId: 'm1',
  channelId: 'c1',
  chatType: 'whatsapp',
  chatId: '79991112233',
  dateTime: 1767225600000,
}

describe('messages', () => {
  it('become events that say in words what the numbers mean', async () => {
    const { payload } = examples.messagesWebhook
    const [received, sent] = await read(payload)
    expect(received).toEqual({
      kind: 'message',
      vendor,
      deduplicationKey: 'message:0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
      at: '2026-01-01T00:00:00.000Z',
      message: {
        id: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
        channelId: '7d0c2a34-9b1e-4f60-8a2d-5c3b1e0f9a88',
        chat: { chatType: 'instagram', chatId: 'exampleshopper' },
        direction: 'incoming',
        type: 'text',
        text: 'Is it still there?',
        status: 'received',
        contact: { name: 'Sam' },
      },
      raw: payload.messages[0],
    })
    expect(sent).toMatchObject({
      message: {
        direction: 'outgoing',
        type: 'image',
        contentUrl: 'https://store.example.com/offer.png',
        status: 'sent',
      },
    })
  })

  it.each(Object.entries(messageTypeCodes))('of the type %s are "%s"', async (type, word) => {
    expect(await read({ messages: [{ ...message, type: Number(type) }] })).toMatchObject([{ message: { type: word } }])
  })

  it.each(Object.keys(authorTypeCodes))('of the author %s say which way they went', async (authorType) => {
    const direction = authorType === '99' ? 'incoming' : 'outgoing'
    const body = {
      messages: [{ ...message, type: 1, status: authorType === '99' ? 99 : 1, authorType, authorName: 'Ann' }],
    }
    const name = direction === 'incoming' ? { contact: { name: 'Ann' } } : { author: { name: 'Ann' } }
    expect(await read(body)).toMatchObject([{ message: { direction, ...name } }])
  })

  it('may come alone, without a list', async () => {
    expect(await read({ messages: message })).toMatchObject([
      { kind: 'message', message: { id: 'm1', type: 'unknown' } },
    ])
  })

  it('have an Instagram post, which stays in the raw event', async () => {
    expect(instagramPostSchema.parse(examples.instagramPost.payload)).toEqual(examples.instagramPost.payload)
    const [received] = await read(examples.messagesWebhook.payload)
    expect(received?.raw).toHaveProperty('instPost', examples.instagramPost.payload)
  })
})

describe('statuses', () => {
  it('become events, whether the number is one or text', async () => {
    expect(await read(examples.statusesWebhook.payload)).toMatchObject([
      { kind: 'status', messageId: '1b2c3d4e-5f6a-4b7c-8d9e-0f1a2b3c4d5e', status: 'read' },
      { kind: 'status', messageId: '2c3d4e5f-6a7b-4c8d-9e0f-1a2b3c4d5e6f', status: 'failed', code: 'NO_SUCH_ACCOUNT' },
    ])
  })

  const progress = { processing: 'pending', sent: 'sent', delivered: 'delivered', read: 'read', incoming: 'received' }

  it.each(Object.entries(messageStatusCodes))('of the number %s are told: %s', async (status, word) => {
    const [event] = await read({ statuses: [{ messageId: 'm1', status: Number(status) }] })
    const expected = Object.entries(progress).find(([name]) => name === word)?.[1] ?? 'failed'
    expect(event).toMatchObject({ status: expected })
    const code = event?.kind === 'status' ? event.code?.replaceAll('_', '').toLowerCase() : undefined
    expect(code).toBe(expected === 'failed' ? word.toLowerCase() : undefined)
  })

  it('of a number that is not there are kept as unknown', async () => {
    expect(await read({ statuses: [{ messageId: 'm1', status: 77 }] })).toMatchObject([
      { kind: 'status', status: 'unknown' },
    ])
  })

  it('that come again have the same key', async () => {
    const [[first], [second]] = [
      await read(examples.statusesWebhook.payload),
      await read(examples.statusesWebhook.payload),
    ]
    expect(first?.deduplicationKey).toBe(second?.deduplicationKey)
    expect(first?.deduplicationKey).toContain('1b2c3d4e-5f6a-4b7c-8d9e-0f1a2b3c4d5e')
  })
})

describe('channels', () => {
  it('whose state changed become an event each', async () => {
    expect(await read(examples.channelsWebhook.payload)).toMatchObject([
      { kind: 'channel', channel: { channelId: '7d0c2a34-9b1e-4f60-8a2d-5c3b1e0f9a88', state: 'phoneunavailable' } },
    ])
  })

  it.each(Object.keys(channelStates))('may be %s', async (state) => {
    const channels = [{ channelId: 'c1', transport: 'whatsapp', state }]
    expect(await read({ channels })).toMatchObject([{ channel: { state: state.toLowerCase() } }])
  })

  it('of which the list changed become one event', async () => {
    expect(await read(examples.channelsListWebhook.payload)).toMatchObject([
      { kind: 'channelList', channels: [{ state: 'active' }, { transport: 'instagram', state: 'qr' }] },
    ])
  })
})

describe('a body', () => {
  it("with several keys, as the documents' PHP script reads, becomes all their events in its order", async () => {
    const { payload } = examples.phpWebhook
    expect((await read(payload)).map(({ kind }) => kind)).toEqual(['channel', 'message', 'status'])
    expect(webhookSchema.safeParse(payload).success).toBe(true)
  })

  it('with a key that has no name here is kept', async () => {
    expect(await read({ calls: [{ id: 1 }] })).toEqual([{ kind: 'unknown', vendor, type: 'calls', raw: [{ id: 1 }] }])
  })

  it('whose items lack what they need is kept, item by item', async () => {
    const body = { messages: [{ text: 'no id' }, message], channelsList: 'none' }
    expect(await read(body)).toMatchObject([
      { kind: 'unknown', type: 'messages', raw: { text: 'no id' } },
      { kind: 'message' },
      { kind: 'unknown', type: 'channelsList', raw: 'none' },
    ])
  })

  it('that only tries the address out is told apart', async () => {
    expect(await read({ test: true })).toEqual([{ kind: 'test', vendor, raw: true }])
  })

  it('may be bytes, text or an object', async () => {
    const text = JSON.stringify(examples.phpWebhook.payload)
    const events = await parseWebhook(vendor, {}, text)
    expect(await parseWebhook(vendor, new Headers(), new TextEncoder().encode(text))).toEqual(events)
    expect(await parseWebhook(vendor, {}, JSON.parse(text))).toEqual(events)
  })

  it.each(['', 'null', '[]', '"text"', '{', '<html>'])('%j is none', async (body) => {
    await expect(parseWebhook(vendor, {}, body)).rejects.toThrow(InvalidWebhookError)
  })
})

function read(body: unknown): Promise<ChatEvent[]> {
  return parseWebhook(vendor, {}, JSON.stringify(body))
}

import { describe, expect, it } from 'vitest'
import { InvalidWebhookError } from '../errors.ts'
import type { ChatEvent } from './chatEvent.ts'
import { parseWebhook } from './parseWebhook.ts'

const vendor = 'wazzup-v3'
const dateTime = '2026-01-01T00:00:00.000Z'
const message = { messageId: 'm1', channelId: 'c1', chatType: 'telegram', chatId: 42, dateTime }

describe('messages', () => {
  it('that came in become events', async () => {
    const item = {
      ...message,
      type: 'text',
      isEcho: false,
      status: 'inbound',
      text: 'Is it still there?',
      contact: { name: 'Sam', avatarUri: 'https://store.example.com/a', username: 'sam', phone: '' },
      quotedMessage: { messageId: 'm0', text: 'An offer' },
    }
    expect(await read({ messages: [item] })).toEqual([
      {
        kind: 'message',
        vendor,
        deduplicationKey: 'message:m1',
        at: dateTime,
        message: {
          id: 'm1',
          channelId: 'c1',
          chat: { chatType: 'telegram', chatId: '42' },
          direction: 'incoming',
          type: 'text',
          text: 'Is it still there?',
          status: 'received',
          contact: { name: 'Sam', username: 'sam', avatarUrl: 'https://store.example.com/a' },
          quotedMessageId: 'm0',
        },
        raw: item,
      },
    ])
  })

  it('of our own come as an echo, with their author, and with why they failed', async () => {
    const error = { error: 'BAD_CONTACT', description: 'no such number' }
    const item = {
      ...message,
      type: 'wapi_template',
      isEcho: true,
      authorId: 7,
      authorName: 'Ann',
      status: 'error',
      error,
    }
    expect(await read({ messages: [item] })).toMatchObject([
      {
        message: {
          direction: 'outgoing',
          type: 'template',
          author: { id: '7', name: 'Ann' },
          status: 'failed',
          code: 'BAD_CONTACT',
        },
      },
    ])
  })

  it.each([
    ['text', 'text'],
    ['image', 'image'],
    ['audio', 'audio'],
    ['video', 'video'],
    ['document', 'document'],
    ['vcard', 'contact'],
    ['geo', 'location'],
    ['wapi_template', 'template'],
    ['missing_call', 'missedCall'],
    ['system', 'system'],
    ['unsupported', 'unsupported'],
    ['unknown', 'unknown'],
    ['hologram', 'unknown'],
    ['__proto__', 'unknown'],
  ])('of the type %s are "%s"', async (type, word) => {
    expect(await read({ messages: [{ ...message, type }] })).toMatchObject([{ message: { type: word } }])
  })

  it('that were edited come without a key to drop them by', async () => {
    const [event] = await read({
      messages: [{ ...message, isEdited: true, text: 'Better', oldInfo: { oldText: 'Bad' } }],
    })
    expect(event).toMatchObject({ kind: 'message', message: { edited: true, text: 'Better' } })
    expect(event).not.toHaveProperty('deduplicationKey')
  })

  it('that were deleted become an event of their own', async () => {
    expect(await read({ messages: [{ ...message, isDeleted: true }] })).toMatchObject([
      { kind: 'messageDeleted', deduplicationKey: 'messageDeleted:m1', messageId: 'm1', channelId: 'c1', at: dateTime },
    ])
  })
})

describe('statuses', () => {
  it.each([
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'read'],
    ['edited', 'edited'],
    ['teleported', 'unknown'],
  ])('%s becomes %s', async (status, word) => {
    const statuses = [{ messageId: 'm1', timestamp: dateTime, status }]
    expect(await read({ statuses })).toMatchObject([{ kind: 'status', messageId: 'm1', status: word, at: dateTime }])
  })

  it('of a failure say why', async () => {
    const error = { error: '24_HOURS_EXCEEDED', description: 'The window is closed', data: null }
    expect(await read({ statuses: [{ messageId: 'm1', status: 'error', error }] })).toMatchObject([
      { status: 'failed', code: '24_HOURS_EXCEEDED', reason: 'The window is closed' },
    ])
  })
})

describe('channelsUpdates', () => {
  it('say the state in one spelling, and bring the QR code', async () => {
    const update = { channelId: 'c1', state: 'qr', timestamp: 1767225600000, qr: 'data:image/png;base64,iVBOR' }
    const [event] = await read({
      channelsUpdates: [update, { channelId: 'c2', state: 'openElsewhere', tier: 'TIER_1K' }],
    })
    expect(event).toEqual({
      kind: 'channel',
      vendor,
      deduplicationKey: 'channel:c1:qr:1767225600000',
      at: dateTime,
      channel: { channelId: 'c1', state: 'qr', qr: 'data:image/png;base64,iVBOR' },
      raw: update,
    })
    const [, second] = await read({
      channelsUpdates: [update, { channelId: 'c2', state: 'wait_for_password', tier: 'T' }],
    })
    expect(second).toMatchObject({ channel: { channelId: 'c2', state: 'waitforpassword', tier: 'T' } })
  })
})

describe('the rest of a body', () => {
  it('templateStatus becomes an event', async () => {
    const body = { templateStatus: { templateGuid: 't1', name: 'hello', status: 'APPROVED' } }
    expect(await read(body)).toMatchObject([{ kind: 'template', templateId: 't1', name: 'hello', status: 'approved' }])
  })

  it('createContact asks for a contact', async () => {
    const contactData = [{ chatType: 'whatsapp', chatId: '79991112233' }, { chatType: 'telegram' }]
    const body = { createContact: { responsibleUserId: 7, name: 'Sam', contactData, source: 'auto' } }
    const contact = { name: 'Sam', responsibleUserId: '7', chats: contactData.slice(0, 1) }
    expect(await read(body)).toMatchObject([{ kind: 'contact', wanted: true, contact }])
  })

  it('createDeal asks for a deal', async () => {
    const body = { createDeal: { responsibleUserId: '7', contacts: ['c1', 2], source: 'byUser' } }
    const deal = { responsibleUserId: '7', contactIds: ['c1', '2'] }
    expect(await read(body)).toMatchObject([{ kind: 'deal', wanted: true, deal }])
  })

  it('a test is told apart', async () => {
    expect(await read({ test: true })).toEqual([{ kind: 'test', vendor, raw: true }])
  })

  it('messages and statuses may come together', async () => {
    const events = await read({ messages: [message], statuses: [{ messageId: 'm1', status: 'sent' }] })
    expect(events.map(({ kind }) => kind)).toEqual(['message', 'status'])
  })

  it('what has no name here, or lacks what it needs, is kept', async () => {
    expect(await read({ createDeal: { contacts: 'all' }, polls: [1] })).toMatchObject([
      { kind: 'unknown', type: 'createDeal', raw: { contacts: 'all' } },
      { kind: 'unknown', type: 'polls', raw: [1] },
    ])
  })
})

describe('the agreed key', () => {
  const check = (authorization: string | undefined): Promise<ChatEvent[]> =>
    parseWebhook(vendor, authorization ? { Authorization: authorization } : {}, '{"test":true}', { crmKey: 'secret' })

  it('lets the vendor in', async () => {
    await expect(check('Bearer secret')).resolves.toHaveLength(1)
    const headers = new Headers({ authorization: 'Bearer secret' })
    await expect(parseWebhook(vendor, headers, '{"test":true}', { crmKey: 'secret' })).resolves.toHaveLength(1)
  })

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer secre',
    'Bearer secret ',
    'Bearer secrets',
    'bearer secret',
    'Basic secret',
  ])('keeps others out: %j', async (authorization) => {
    const error = await check(authorization).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(InvalidWebhookError)
    expect(String(error)).not.toContain('secret')
  })
})

function read(body: unknown): Promise<ChatEvent[]> {
  return parseWebhook(vendor, {}, JSON.stringify(body))
}

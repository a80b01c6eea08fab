import { describe, expect, it } from 'vitest'
import { InvalidWebhookError } from '../errors.ts'
import { passwordWebhook, qrWebhook } from '../wazzup-tech/fixtures/channels.ts'
import { webhookEventSchema } from '../wazzup-tech/webhookEvents.ts'
import type { ChatEvent } from './chatEvent.ts'
import { parseWazzupTechWebhook } from './wazzupTech.ts'

const meta = { idempotency_key: 'delivery-1', timestamp: 1_767_225_600 }
const at = '2026-01-01T00:00:00.000Z'
const base = { vendor: 'wazzup-tech', deduplicationKey: 'delivery-1', at } as const
const recipient = { chat_type: 'whatsapp', chat_id: '79991112233', name: 'Ann', phone: '79991112233' }

function parse(event: string, data: unknown): ChatEvent[] {
  return parseWazzupTechWebhook({ body: JSON.stringify({ event, data, meta }) })
}

describe('a message', () => {
  it('of a customer is an incoming one', () => {
    const raw = { message_id: 'm-1', channel_id: 'c-1', direction: 'inbound', recipient, text: 'Hello', type: 'text' }
    expect(parse('message.add', [raw])).toEqual([
      {
        ...base,
        kind: 'message',
        message: {
          id: 'm-1',
          channelId: 'c-1',
          chat: { chatType: 'whatsapp', chatId: '79991112233' },
          direction: 'incoming',
          type: 'text',
          text: 'Hello',
          contact: { name: 'Ann', phone: '79991112233' },
        },
        raw,
      },
    ])
  })

  it('of the company is an outgoing one, with its author', () => {
    const attachment = { url: 'https://files.example.com/a.png', mimetype: 'image/png' }
    const raw = {
      message_id: 'm-2',
      direction: 'outbound',
      recipient,
      attachment,
      crm_user_id: 7,
      sender: { name: 'Kate' },
      status: 'error',
      reason: 'bad_contact',
    }
    expect(parse('message.add', raw)).toMatchObject([
      {
        message: {
          direction: 'outgoing',
          type: 'image',
          contentUrl: attachment.url,
          status: 'failed',
          code: 'BAD_CONTACT',
          author: { id: '7', name: 'Kate' },
        },
      },
    ])
  })

  it('that was edited says so', () => {
    const edited = parse('message.edit', { message_id: 'm-1', direction: 'outbound', recipient, text: 'Good evening' })
    expect(edited).toMatchObject([{ kind: 'message', message: { id: 'm-1', text: 'Good evening', edited: true } }])
  })

  it('that was deleted is known by its id', () => {
    const raw = { message_id: 'm-1', channel_id: 'c-1' }
    expect(parse('message.delete', [raw])).toEqual([
      { ...base, kind: 'messageDeleted', messageId: 'm-1', channelId: 'c-1', raw },
    ])
  })

  it('that got further names the request it was sent with', () => {
    const raw = { message_id: 'm-1', request_id: 'r-1', status: 'delivered' }
    expect(parse('message.status_update', [raw])).toEqual([
      { ...base, kind: 'status', messageId: 'm-1', requestId: 'r-1', status: 'delivered', raw },
    ])
  })

  it('that failed says why', () => {
    const details = { error: '24_HOURS_EXCEEDED', description: 'Too late' }
    expect(parse('message.status_update', { message_id: 'm-1', status: 'error', error: details })).toMatchObject([
      { status: 'failed', code: '24_HOURS_EXCEEDED', reason: 'Too late' },
    ])
    expect(parse('message.status_update', { message_id: 'm-1', status: 'error', reason: 'spam' })).toMatchObject([
      { status: 'failed', code: 'SPAM', reason: 'spam' },
    ])
  })
})

describe('a channel', () => {
  it('wants its QR code scanned, as the documents show it', () => {
    expect(parseWazzupTechWebhook({ body: Object(qrWebhook.payload) })).toMatchObject([
      {
        kind: 'channel',
        deduplicationKey: 'f0e1d2c3-b4a5-4968-8776-5a4b3c2d1e',
        at: '2026-01-01T00:00:10.000Z',
        channel: { state: 'qr', transport: 'whatsapp', qr: 'data:image/png;base64,iVBORw0KGgo.....' },
      },
    ])
  })

  it('wants the second factor, as the documents show it', () => {
    expect(parseWazzupTechWebhook({ body: Object(passwordWebhook.payload) })).toMatchObject([
      { kind: 'channel', channel: { state: 'init', reason: 'wait_for_password' } },
    ])
  })

  it('was created, got another tier, was deleted', () => {
    expect(parse('channel.create', { channel_id: 'c-1', transport: 'wapi', status: 'active', reason: 'null' })).toEqual(
      [
        {
          ...base,
          kind: 'channel',
          channel: { channelId: 'c-1', transport: 'wapi', state: 'active' },
          raw: { channel_id: 'c-1', transport: 'wapi', status: 'active', reason: 'null' },
        },
      ],
    )
    expect(parse('channel.waba_tier_update', { channel_id: 'c-1', tier: 'TIER_1K' })).toMatchObject([
      { kind: 'channel', channel: { channelId: 'c-1', tier: 'TIER_1K', state: 'unknown' } },
    ])
    expect(parse('channel.delete', { channel_id: 'c-1' })).toMatchObject([{ kind: 'channelDeleted', channelId: 'c-1' }])
  })
})

describe('anything else', () => {
  it('is a template Meta has judged', () => {
    expect(
      parse('waba_template.status_update', { template_id: 't-1', name: 'order', status: 'APPROVED' }),
    ).toMatchObject([{ kind: 'template', templateId: 't-1', name: 'order', status: 'approved' }])
  })

  it('is a group that changed', () => {
    const chat = { chatType: 'whatsgroup', chatId: 'g-1' }
    expect(parse('group_chat.update', { chat_id: 'g-1' })).toMatchObject([{ kind: 'group', change: 'details', chat }])
    expect(parse('group_chat.update', { chat_id: 'g-1', name: 'Choir' })).toMatchObject([{ chat, name: 'Choir' }])
    expect(parse('group_chat.memberships_update', { chat_id: 'g-1' })).toMatchObject([{ change: 'members', chat }])
  })

  it('is a contact or deal the CRM is to create', () => {
    const contact = { responsible_user_id: 7, name: 'Ann', recipient: [recipient] }
    expect(parse('crm_entities.contact_add', contact)).toMatchObject([
      {
        kind: 'contact',
        wanted: true,
        contact: {
          name: 'Ann',
          responsibleUserId: '7',
          chats: [{ chatType: 'whatsapp', chatId: '79991112233' }],
        },
      },
    ])
    expect(parse('crm_entities.deal_add', { responsible_user_id: '7', contacts: [1, '2'] })).toMatchObject([
      { kind: 'deal', wanted: true, deal: { responsibleUserId: '7', contactIds: ['1', '2'] } },
    ])
  })

  it('is an export that is ready', () => {
    const dump = { export_id: 'e-1', status: 'done', url: 'https://files.example.com/messages.csv' }
    expect(parse('messages_dump.status_update', dump)).toMatchObject([
      { kind: 'export', exportId: 'e-1', status: 'done', url: dump.url },
    ])
    expect(parse('messages_dump.status_update', { ...dump, status: 'nearly' })).toMatchObject([{ status: 'unknown' }])
  })

  it('is the call that tries an address out', () => {
    expect(parseWazzupTechWebhook({ body: '{"test":true}' })).toEqual([
      { kind: 'test', vendor: 'wazzup-tech', raw: { test: true } },
    ])
  })

  it('is kept when it is new, or lacks what it needs', () => {
    expect(parse('message.pinned', { message_id: 'm-1' })).toMatchObject([{ kind: 'unknown', type: 'message.pinned' }])
    expect(parse('message.add', [{ text: 'Hello' }])).toEqual([
      { ...base, kind: 'unknown', type: 'message.add', raw: { text: 'Hello' } },
    ])
    expect(parse('message.add', [])).toMatchObject([{ kind: 'unknown', raw: { event: 'message.add', data: [] } }])
    expect(parseWazzupTechWebhook({ body: '{"hello":1}' })).toMatchObject([{ kind: 'unknown', raw: { hello: 1 } }])
  })
})

describe('a delivery', () => {
  it.each(webhookEventSchema.options)('of %s has a name here', (event) => {
    const everything = {
      message_id: 'm-1',
      channel_id: 'c-1',
      template_id: 't-1',
      export_id: 'e-1',
      status: 'active',
      recipient,
      contacts: [],
    }
    expect(parse(event, everything)).not.toMatchObject([{ kind: 'unknown' }])
  })

  it('of several things gives each a key of its own', () => {
    const events = parse('message.delete', [{ message_id: 'm-1' }, { message_id: 'm-2' }])
    expect(events.map((event) => event.deduplicationKey)).toEqual(['delivery-1:0', 'delivery-1:1'])
  })

  it('that is no object is refused', () => {
    for (const body of ['', 'null', '[]', '<html>', new Uint8Array([0xff])]) {
      expect(() => parseWazzupTechWebhook({ body })).toThrow(InvalidWebhookError)
    }
  })
})

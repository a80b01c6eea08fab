import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Vendor } from '../vendor.ts'
import type { ChatEvent } from './chatEvent.ts'
import { type Delivery, deliveries } from './fixtures/deliveries.ts'
import { parseWebhook } from './parseWebhook.ts'

const message = { messageId: 'm1', channelId: 'c1', chatType: 'whatsapp', chatId: '79991112233', text: 'hi' }

describe('a webhook with one malformed optional field', () => {
  it.each(deliveries.map((delivery) => [delivery.vendor, delivery.title, delivery] as const))(
    'of %s keeps the kind, id and chat of %s, and names no other field',
    async (_vendor, _title, delivery) => {
      const before = await only(delivery.vendor, delivery.body)
      expect(before).not.toMatchObject({ kind: 'unknown' })
      expect(before).not.toHaveProperty('droppedFields')
      const paths = optionalPaths(delivery)
      expect(paths).not.toHaveLength(0)
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...paths), malformed, async (path, value) => {
          const after = await only(delivery.vendor, replace(delivery.body, path.split('.'), value))
          expect(identity(after)).toEqual(identity(before))
          for (const name of after.droppedFields ?? []) expect(isAbout({ name, path })).toBe(true)
        }),
        { numRuns: 80 },
      )
    },
  )

  it('says which field was left out', async () => {
    const [event] = await read('wazzup-v3', { messages: [{ ...message, contact: { phone: {}, name: 'Ann' } }] })
    expect(event).toMatchObject({ kind: 'message', message: { contact: { name: 'Ann' } } })
    expect(event).toHaveProperty('droppedFields', ['contact.phone'])
    const meta = { idempotency_key: { a: 1 }, timestamp: 1_767_225_600 }
    const deleted = { event: 'message.delete', data: { message_id: 'm1', channel_id: {} }, meta }
    expect(await read('wazzup-tech', deleted)).toEqual([
      {
        kind: 'messageDeleted',
        vendor: 'wazzup-tech',
        at: '2026-01-01T00:00:00.000Z',
        messageId: 'm1',
        raw: deleted.data,
        droppedFields: ['envelope.meta.idempotency_key', 'channel_id'],
      },
    ])
  })

  it('leaves the object out whose required field is malformed', async () => {
    const [event] = await read('wazzup-v3', { statuses: [{ messageId: 'm1', status: 'error', error: { error: [] } }] })
    expect(event).toMatchObject({ kind: 'status', status: 'failed', droppedFields: ['error'] })
  })

  it('never shortens a list: a list of channels that cannot be read is unknown as a whole', async () => {
    const channel = { channelId: 'c1', transport: 'whatsapp', state: 'active' }
    const events = await read('wazzup-v2', { channelsList: [channel, { ...channel, channelId: null }] })
    expect(events).toMatchObject([{ kind: 'unknown', type: 'channelsList' }])
  })
})

describe('fields in another form', () => {
  it('a phone number as a number is read', async () => {
    const events = await read('wazzup-v3', { messages: [{ ...message, contact: { phone: 79990000000 } }] })
    expect(events).toMatchObject([{ kind: 'message', message: { contact: { phone: '79990000000' } } }])
  })

  it.each([
    ['true', 'outgoing'],
    [1, 'outgoing'],
    ['false', 'incoming'],
    [0, 'incoming'],
  ])('isEcho as %j is read as %s', async (isEcho, direction) => {
    expect(await read('wazzup-v3', { messages: [{ ...message, isEcho }] })).toMatchObject([
      { kind: 'message', message: { direction } },
    ])
  })

  it('an error as text is its code, so that a failure is noticed', async () => {
    const statuses = [{ messageId: 'm1', status: 'error', error: 'BAD_CONTACT' }]
    expect(await read('wazzup-v3', { statuses })).toMatchObject([
      { kind: 'status', status: 'failed', code: 'BAD_CONTACT' },
    ])
  })
})

/** Values that no optional field has: where a text is expected, a number is none of them, for it is read as text. */
const malformed = fc.oneof(
  fc.constantFrom<unknown>({}, [], [[]], [{}], { a: {} }, 1e300, -1, 0.5, 'null', '\0', null, true, ''),
  fc.object(),
  fc.array(fc.anything({ maxDepth: 1 })),
  fc.string(),
)

/** What must stay: which event it is, of which thing, in which chat. */
function identity(event: ChatEvent): unknown {
  switch (event.kind) {
    case 'message':
      return [event.kind, event.message.id, event.message.chat]
    case 'messageDeleted':
      return [event.kind, event.messageId]
    case 'status':
      return [event.kind, event.messageId, event.status]
    case 'channel':
      return [event.kind, event.channel.channelId]
    case 'channelList':
      return [event.kind, event.channels.map(({ channelId, state }) => [channelId, state])]
    case 'template':
      return [event.kind, event.templateId, event.status]
    case 'group':
      return [event.kind, event.change, event.chat]
    case 'contact':
      return [event.kind, event.contact.id, event.contact.chats]
    case 'deal':
      return [event.kind, event.deal.contactIds]
    case 'export':
      return [event.kind, event.exportId, event.status]
    case 'transfer':
      return [event.kind, event.change, event.contactId]
    default:
      return [event.kind]
  }
}

/** Paths below the body that hold no required field. */
function optionalPaths({ body, required }: Delivery): string[] {
  return pathsOf(body, []).filter((path) => !required.some((name) => name === path || name.startsWith(`${path}.`)))
}

function pathsOf(value: unknown, path: string[]): string[] {
  const own = path.length > 0 ? [path.join('.')] : []
  if (typeof value !== 'object' || value === null) return own
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))]
}

function replace(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by
  const entries = Object.entries(value as object).map(([name, inner]) => [
    name,
    name === key ? replace(inner, rest, by) : inner,
  ])
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
}

/** `contact.phone` is about `messages.0.contact.phone`, and about `messages.0.contact`. */
function isAbout({ name, path }: { name: string; path: string }): boolean {
  const field = name.replace(/^envelope\./, '')
  return path.split('.').some((_, index, keys) => {
    const below = keys.slice(index).join('.')
    return `${field}.`.startsWith(`${below}.`) || `${below}.`.startsWith(`${field}.`)
  })
}

async function only(vendor: Vendor, body: unknown): Promise<ChatEvent> {
  const [event, ...others] = await read(vendor, body)
  expect(others).toEqual([])
  return event ?? expect.unreachable('There is no event.')
}

function read(vendor: Vendor, body: unknown): Promise<ChatEvent[]> {
  return parseWebhook(vendor, {}, JSON.stringify(body))
}

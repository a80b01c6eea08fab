import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidWebhookError, VendorError } from '../errors.ts'
import { webhookEventSchema } from '../wazzup-tech/webhookEvents.ts'
import { parseLiveFrame } from '../whatomate/liveEvents.ts'
import { webhookEvents } from '../whatomate/webhookPayloads.ts'
import { parseWebhook } from './parseWebhook.ts'

const keys = [
  'message_id',
  'channel_id',
  'contact_id',
  'recipient',
  'chat_type',
  'chat_id',
  'status',
  'reason',
  'data',
  'meta',
  'timestamp',
  'idempotency_key',
  'attachment',
  'error',
  'contacts',
  'polluted',
  'content',
  '__proto__',
  'constructor',
  'prototype',
]
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, '', 'null', 'active', 'delivered', 0, -1, 1e300, 1_767_225_600),
    fc.string(),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom(...keys), tie('any')), { maxLength: 6 }).map(toJsonObject),
  ),
})).any

/** JSON.parse, unlike an object literal, makes `__proto__` an own key, as it is on the wire. */
function toJsonObject(entries: [string, unknown][]): unknown {
  return JSON.parse(`{${entries.map(([key, item]) => `${JSON.stringify(key)}:${JSON.stringify(item)}`).join(',')}}`)
}

/** The names of all fields, however deep. */
function keysOf(json: unknown): string[] {
  if (typeof json !== 'object' || json === null) return []
  return Object.entries(json).flatMap(([key, item]) => [key, ...keysOf(item)])
}

const events = [...webhookEventSchema.options, ...Object.keys(webhookEvents), 'new.event', '__proto__', 'constructor']
const envelope = fc.tuple(fc.constantFrom(...events), value, value).map(([event, data, meta]) =>
  toJsonObject([
    ['event', event],
    ['data', data],
    ['meta', meta],
    ['timestamp', data],
  ]),
)

const wazzupKeys = [
  'messages',
  'statuses',
  'channels',
  'channelsList',
  'channelsUpdates',
  'templateStatus',
  'createContact',
  'createDeal',
  'test',
  '__proto__',
  'constructor',
]
const fields = [
  ['messageId', 'channelId', 'chatType', 'chatId', 'dateTime', 'type', 'status', 'text', 'contact', 'error', 'isEcho'],
  ['authorType', 'authorName', 'instPost', 'state', 'transport', 'timestamp', 'qr', 'contactData', 'contacts', 'name'],
].flat()
const item = fc
  .array(fc.tuple(fc.constantFrom(...fields, ...keys), value), { maxLength: 12 })
  .map((entries) => toJsonObject(entries))
const wazzupBody = fc
  .array(fc.tuple(fc.constantFrom(...wazzupKeys), fc.oneof(fc.array(item, { maxLength: 3 }), item, value)), {
    minLength: 1,
    maxLength: 4,
  })
  .map((entries) => JSON.stringify(toJsonObject(entries)))

describe("whatever Wazzup's own two APIs send", () => {
  it('is read as events, or refused with an error of ours', async () => {
    const before = Object.keys(Object.getOwnPropertyDescriptors(Object.prototype))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('wazzup-v2' as const, 'wazzup-v3' as const),
        fc.oneof({ arbitrary: wazzupBody, weight: 4 }, { arbitrary: fc.string(), weight: 1 }),
        async (vendor, body) => {
          const read = await parseWebhook(vendor, {}, body).catch((error: unknown) => error)
          if (read instanceof Error) expect(read).toBeInstanceOf(InvalidWebhookError)
          else expect(keysOf(read)).not.toContain('__proto__')
        },
      ),
      { numRuns: 500 },
    )
    expect(Object.keys(Object.getOwnPropertyDescriptors(Object.prototype))).toEqual(before)
    expect(Object({}).polluted).toBeUndefined()
  })
})

describe('whatever a vendor sends', () => {
  it('is read as events, or refused with an error of ours', async () => {
    const before = Object.keys(Object.getOwnPropertyDescriptors(Object.prototype))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('wazzup-tech' as const, 'whatomate' as const),
        fc.oneof(envelope, value).map((body) => JSON.stringify(body)),
        async (vendor, body) => {
          const read = await parseWebhook(vendor, {}, body).catch((error: unknown) => error)
          if (read instanceof Error) expect(read).toBeInstanceOf(InvalidWebhookError)
          else expect(read).not.toHaveLength(0)
        },
      ),
      { numRuns: 500 },
    )
    expect(Object.keys(Object.getOwnPropertyDescriptors(Object.prototype))).toEqual(before)
    expect(Object({}).polluted).toBeUndefined()
  })

  it('is no error when it is not even JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.uint8Array()), async (body) => {
        await expect(parseWebhook('whatomate', {}, body).catch((error) => error)).resolves.toSatisfy(
          (result) => Array.isArray(result) || result instanceof VendorError,
        )
      }),
      { numRuns: 200 },
    )
  })

  it('on the live socket is read as events', () => {
    const names = ['new_message', 'status_update', 'message_status', 'reaction_update', 'pong', '__proto__']
    const frame = fc.tuple(fc.constantFrom(...names), value).map(([type, payload]) => JSON.stringify({ type, payload }))
    fc.assert(
      fc.property(fc.array(fc.oneof(frame, fc.string()), { maxLength: 4 }), (frames) => {
        expect(Array.isArray(parseLiveFrame(frames.join('\n')))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

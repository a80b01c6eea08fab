import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  channelChangeSchema,
  channelListSchema,
  channelResponseSchema,
  channelSchema,
  pairingCodeSchema,
} from '../channels.ts'
import { conversationPageSchema, searchResultSchema } from '../conversation.ts'
import { errorBodySchema } from '../errors.ts'
import { exportSchema } from '../exports.ts'
import { frameMessageSchema } from '../frame.ts'
import { messageAcceptedSchema, messageSchema, statusChangeSchema } from '../messages.ts'
import { sessionSchema } from '../session.ts'
import { templateListSchema } from '../templates.ts'
import { unansweredSchema } from '../unanswered.ts'
import { vendorDataPageSchema, vendorDataResultSchema } from '../vendorData.ts'
import { windowLinkSchema } from '../window.ts'
import { parseChannelChange, parseChannelResponse, parsePairingCode } from './parseChannelChanges.ts'
import { parseChannel, parseChannelList } from './parseChannels.ts'
import { parseConversationPage, parseMessageAccepted, parseSearchResult } from './parseConversation.ts'
import { parseErrorBody } from './parseErrorBody.ts'
import { parseExport } from './parseExport.ts'
import { parseFrameMessage } from './parseFrameMessage.ts'
import { parseMessage, parseStatusChange } from './parseMessage.ts'
import { parseSession } from './parseSession.ts'
import { parseTemplateList } from './parseTemplateList.ts'
import { parseUnanswered } from './parseUnanswered.ts'
import { parseVendorDataPage, parseVendorDataResult } from './parseVendorData.ts'
import { parseWindowLink } from './parseWindowLink.ts'

const time = fc.oneof(
  fc
    .date({ noInvalidDate: true, min: new Date('0000-01-01'), max: new Date('9999-12-31') })
    .map((date) => date.toISOString()),
  fc.constantFrom(
    ...['2026-02-29', '2024-02-29', '1900-02-29', '2026-02-30', '2026-13-01', '2026-04-31', '2026-00-10'].map(
      (day) => `${day}T01:02:03Z`,
    ),
    ...[
      '24:00:00Z',
      '23:59:60Z',
      '23:59Z',
      '12:00:00+02:00',
      '12:00:00',
      '12:00:00.Z',
      '12:00:00.123456789Z',
      '1:2:3Z',
    ].map((clock) => `2026-01-02T${clock}`),
    ...[' 2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z\n', '2026-01-02t03:04:05z', '+012026-01-02T03:04:05Z'],
  ),
)
const word = fc.oneof(fc.string(), fc.constantFrom('live', 'stale', 'unknown', 'red', 'grey', 'paused', '', 'live\n'))
const natural = fc.oneof(
  fc.nat(),
  fc.constantFrom(0, -0, -1, 1.5, 2 ** 53 - 1, 2 ** 53, 1e23, Number.NaN, Number.POSITIVE_INFINITY),
)
const address = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    ...[
      'https://chats.example',
      ' https://chats.example ',
      'https://chats.ex\nample/\t',
      'https:chats.example',
      'https:/x',
    ],
    ...[
      'HTTPS://CHATS.EXAMPLE',
      'javascript:alert(1)',
      'ftp://x',
      '//x',
      'https://',
      'http://[::1]:80/',
      'https://x:99999',
      '',
    ],
  ),
)
const _short = fc.oneof(
  fc.string({ minLength: 1, maxLength: 9 }),
  fc.constantFrom('', 'x'.repeat(200), 'x'.repeat(201), '👋'.repeat(150)),
)
const message = fc.record(
  {
    id: word,
    chat: fc.record({ chatType: word, chatId: word }),
    conversationId: word,
    channelId: word,
    direction: fc.constantFrom('incoming', 'outgoing', 'incoming', 'both'),
    type: word,
    text: word,
    file: fc.record({ mediaId: word, name: word, mimeType: word }, { requiredKeys: ['mediaId'] }),
    status: word,
    code: word,
    author: fc.record({ id: word, name: word }, { requiredKeys: [] }),
    explanation: word,
    quotedMessageId: word,
    buttons: fc.array(
      fc.record(
        { text: word, url: word, description: word, section: word, row: natural, intent: word },
        { requiredKeys: ['text'] },
      ),
      { maxLength: 2 },
    ),
    reactions: fc.array(fc.record({ emoji: word, author: word }, { requiredKeys: ['emoji'] }), { maxLength: 2 }),
    edited: fc.boolean(),
    deleted: fc.boolean(),
    at: fc.oneof(
      time,
      time.map((at) => at.replace('Z', '+03:00')),
      time.map((at) => at.replace('Z', '-24:00')),
    ),
  },
  { requiredKeys: ['id', 'chat', 'direction', 'type', 'at'] },
)
const messages = fc.array(message, { maxLength: 2 })
const channel = fc.record(
  {
    id: word,
    transport: word,
    state: word,
    chatType: word,
    account: word,
    name: word,
    reason: word,
    tier: word,
    tariff: word,
    rules: fc.record(
      {
        messenger: word,
        changes: fc.array(word, { maxLength: 2 }),
        changeableSeconds: natural,
        longestText: natural,
        replyWindow: fc.record({ seconds: natural, afterwards: word }),
      },
      { requiredKeys: ['messenger', 'changes', 'changeableSeconds'] },
    ),
  },
  { requiredKeys: ['id', 'transport', 'state'] },
)
const template = fc.record(
  {
    id: word,
    name: word,
    status: word,
    language: word,
    category: word,
    body: word,
    header: fc.oneof(fc.record({ text: word }), fc.record({ file: fc.constantFrom('image', 'video', 'document') })),
    footer: word,
    buttons: fc.array(fc.record({ text: word, url: word }, { requiredKeys: ['text'] }), { maxLength: 2 }),
  },
  { requiredKeys: ['id', 'name', 'status'] },
)
/** Each shape that a browser reads: the guard, the schema that says the same, and values that are nearly right. */
const shapes: Record<string, [guard: (data: unknown) => unknown, schema: Schema, values: fc.Arbitrary<unknown>]> = {
  unanswered: [
    parseUnanswered,
    unansweredSchema,
    fc.oneof(
      fc.record({ status: word, count: natural, tone: fc.option(word), epoch: natural, seq: natural, at: time }),
      fc.record({
        status: word,
        count: fc.constant(null),
        tone: fc.constant(null),
        epoch: natural,
        seq: natural,
        at: fc.constant(null),
      }),
    ),
  ],
  session: [
    parseSession,
    sessionSchema,
    fc.record(
      {
        user: fc.record({ id: word, name: word }),
        vendor: word,
        chatTypes: fc.array(word, { maxLength: 3 }),
        capabilities: fc.array(word, { maxLength: 3 }),
        restricted: fc.array(word, { maxLength: 3 }),
        serverTime: time,
      },
      { requiredKeys: ['user', 'vendor', 'chatTypes', 'capabilities', 'serverTime'] },
    ),
  ],
  'window link': [
    parseWindowLink,
    windowLinkSchema,
    fc.record(
      {
        url: address,
        origin: address,
        expiresAt: fc.option(time),
        reachable: fc.record({ ok: fc.boolean(), reason: word }, { requiredKeys: ['ok'] }),
        look: word,
      },
      { requiredKeys: ['url', 'origin', 'expiresAt'] },
    ),
  ],
  'error body': [
    parseErrorBody,
    errorBodySchema,
    fc.record({
      error: fc.record(
        { code: word, message: word, requestId: word, retryable: fc.boolean(), retryAfterMs: natural },
        { requiredKeys: ['code', 'message', 'requestId', 'retryable'] },
      ),
    }),
  ],
  message: [parseMessage, messageSchema, message],
  'status change': [
    parseStatusChange,
    statusChangeSchema,
    fc.record(
      { messageId: word, requestId: word, status: word, code: word, explanation: word },
      { requiredKeys: ['messageId', 'status'] },
    ),
  ],
  'conversation page': [
    parseConversationPage,
    conversationPageSchema,
    fc.record({ messages, before: fc.option(word) }),
  ],
  'search result': [parseSearchResult, searchResultSchema, fc.record({ messages })],
  'accepted message': [parseMessageAccepted, messageAcceptedSchema, fc.record({ messageId: word })],
  channel: [parseChannel, channelSchema, channel],
  'channel response': [
    parseChannelResponse,
    channelResponseSchema,
    fc.record({ channel, url: address }, { requiredKeys: ['channel'] }),
  ],
  'pairing code': [parsePairingCode, pairingCodeSchema, fc.record({ code: word })],
  'channel change': [
    parseChannelChange,
    channelChangeSchema,
    fc.record(
      {
        channel,
        qr: fc.oneof(word, fc.constantFrom('data:image/png;base64,x', 'data:text/html,x', ' data:image/png,x')),
        deleted: fc.boolean(),
        explanation: word,
      },
      { requiredKeys: ['channel'] },
    ),
  ],
  'channel list': [parseChannelList, channelListSchema, fc.record({ channels: fc.array(channel, { maxLength: 3 }) })],
  'template list': [
    parseTemplateList,
    templateListSchema,
    fc.record({ templates: fc.array(template, { maxLength: 3 }) }),
  ],
  export: [
    parseExport,
    exportSchema,
    fc.record(
      {
        id: word,
        state: word,
        reason: word,
        progress: fc.oneof(fc.double({ min: 0, max: 1 }), natural),
        url: address,
        size: natural,
        expiresAt: time,
      },
      { requiredKeys: ['id', 'state'] },
    ),
  ],
  'vendor data': [
    parseVendorDataPage,
    vendorDataPageSchema,
    fc.record({
      records: fc.array(
        fc.record(
          {
            id: word,
            name: word,
            phone: word,
            responsibleUserId: word,
            chats: fc.array(fc.record({ chatType: word, chatId: word }), { maxLength: 2 }),
            contactIds: fc.array(word, { maxLength: 2 }),
            closed: fc.boolean(),
            url: word,
          },
          { requiredKeys: ['id', 'name'] },
        ),
        { maxLength: 3 },
      ),
      next: fc.option(natural),
      orders: fc.array(word, { maxLength: 2 }),
      fields: fc.array(word, { maxLength: 2 }),
    }),
  ],
  'vendor data that was changed': [
    parseVendorDataResult,
    vendorDataResultSchema,
    fc.record({
      done: natural,
      missing: natural,
      rejected: fc.array(
        fc.record(
          { index: natural, id: word, code: word, reason: word },
          { requiredKeys: ['index', 'code', 'reason'] },
        ),
        { maxLength: 2 },
      ),
    }),
  ],
  'frame message': [
    parseFrameMessage,
    frameMessageSchema,
    fc.record(
      { type: fc.oneof(fc.stringMatching(/^WZ_[A-Z_]{1,70}$/), word, fc.constant('WZ_')), data: fc.jsonValue() },
      { requiredKeys: ['type'] },
    ),
  ],
}

interface Schema {
  safeParse: (data: unknown) => { success: boolean; data?: unknown }
}

describe.each(Object.entries(shapes))('the guard of the %s', (_, [guard, schema, values]) => {
  const expectAgreement = (data: unknown): void => {
    const { success, data: parsed } = schema.safeParse(data)
    expect(guard(data)).toEqual(success ? parsed : undefined)
  }

  it('accepts what the schema accepts, and reads the same, of nearly right values', () => {
    fc.assert(fc.property(values, expectAgreement), { numRuns: 400 })
  })

  it('agrees with it about values with a field changed, missing or too many, at any depth', () => {
    fc.assert(
      fc.property(values, fc.infiniteStream(fc.nat()), junk, (data, picks, other) => {
        expectAgreement(mutate({ data, other, pick: (length) => (picks.next().value ?? 0) % length }))
      }),
      { numRuns: 400 },
    )
  })

  it('agrees with it about anything else', () => {
    fc.assert(fc.property(junk, expectAgreement))
  })

  it('accepts a good part of the values, so that both are tried', () => {
    const accepted = fc.sample(values, 400).filter((data) => schema.safeParse(data).success)
    expect(accepted.length).toBeGreaterThan(10)
  })
})

const junk = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(undefined, null, '', 0, 'live', [], {}, Number.NaN, true),
  word,
  natural,
)

/** Replaces, removes or adds one field somewhere in a value. */
function mutate({ data, other, pick }: { data: unknown; other: unknown; pick: (length: number) => number }): unknown {
  if (typeof data !== 'object' || data === null) return other
  const keys = Object.keys(data)
  const way = pick(4)
  if (way === 0 || keys.length === 0) return Array.isArray(data) ? [...data, other] : { ...data, extra: other }
  const key = keys[pick(keys.length)] ?? ''
  const entries = Object.entries(data).flatMap(([name, value]): [string, unknown][] => {
    if (name !== key) return [[name, value]]
    if (way === 1) return []
    return [[name, way === 2 ? other : mutate({ data: value, other, pick })]]
  })
  return Array.isArray(data) ? entries.map(([, value]) => value) : Object.fromEntries(entries)
}

import { afterEach, describe, expect, it } from 'vitest'
import type { Vendor } from '../vendor.ts'
import type { ChatEvent } from './chatEvent.ts'
import { parseWebhook } from './parseWebhook.ts'

const zone = process.env.TZ

afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

const message = { messageId: 'm1', channelId: 'c1', chatType: 'whatsapp', chatId: '79991112233', text: 'hi' }
const at = '2026-07-30T09:31:00.000Z'

describe.each([
  ['UTC', 0],
  ['Europe/Moscow', -180],
  ['America/New_York', 240],
  ['Asia/Kolkata', -330],
  ['Pacific/Chatham', -765],
])('on a server in %s, a time', (timeZone, offset) => {
  it.each([
    ['without a zone', '2026-07-30T09:31:00'],
    ['without a zone, with a space', '2026-07-30 09:31:00'],
    ['without a zone, with a fraction', '2026-07-30T09:31:00.000000'],
    ['without a zone or seconds', '2026-07-30T09:31'],
    ['in UTC', '2026-07-30T09:31:00Z'],
    ['with an offset', '2026-07-30T12:31:00+03:00'],
    ['with an offset without a colon', '2026-07-30T05:31:00.000-0400'],
    ['of HTTP', 'Thu, 30 Jul 2026 09:31:00 GMT'],
    ['of HTTP without a zone', '30 Jul 2026 09:31:00'],
    ['in seconds', 1_785_403_860],
    ['in seconds, as text', '1785403860'],
    ['in seconds with a fraction', 1_785_403_860.0004],
    ['in milliseconds', 1_785_403_860_000],
    ['in milliseconds, as text', '1785403860000'],
  ])('%s is the same moment', async (_, time) => {
    process.env.TZ = timeZone
    expect(new Date(2026, 6, 30).getTimezoneOffset()).toBe(offset)
    expect(await timesOf(time)).toEqual([at, at, at, at])
  })

  it('without an hour is midnight in UTC', async () => {
    process.env.TZ = timeZone
    expect(await timesOf('2026-07-30')).toEqual(Array(4).fill('2026-07-30T00:00:00.000Z'))
  })
})

describe('no time', () => {
  it.each([
    null,
    '',
    0,
    '0',
    1,
    -1,
    false,
    [],
    {},
    'yesterday',
    '2026-02-31',
    '2026-13-01T00:00:00Z',
    '1970-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    1e300,
  ])('is read from %j, and never 1970', async (time) => {
    const events = (await deliver(time)).flat()
    expect(events.map(({ kind }) => kind)).toEqual(['message', 'message', 'messageDeleted', 'transfer'])
    for (const event of events) expect(event).not.toHaveProperty('at')
  })
})

it('of an ISO time in V2 keeps the message', async () => {
  const messages = [{ ...message, status: 99, type: 1, dateTime: '2026-07-30T09:31:00Z' }]
  expect(await read('wazzup-v2', { messages })).toMatchObject([{ kind: 'message', at, message: { id: 'm1' } }])
})

async function timesOf(time: unknown): Promise<(string | undefined)[]> {
  return (await deliver(time)).map(([event]) => event?.at)
}

/** One event with this time, by each vendor. */
function deliver(time: unknown): Promise<ChatEvent[][]> {
  return Promise.all([
    read('wazzup-v2', { messages: [{ ...message, dateTime: time }] }),
    read('wazzup-v3', { messages: [{ ...message, dateTime: time }] }),
    read('wazzup-tech', { event: 'message.delete', data: { message_id: 'm1' }, meta: { timestamp: time } }),
    read('whatomate', { event: 'transfer.created', data: { contact_id: 'c1' }, timestamp: time }),
  ])
}

function read(vendor: Vendor, body: unknown): Promise<ChatEvent[]> {
  return parseWebhook(vendor, {}, JSON.stringify(body))
}

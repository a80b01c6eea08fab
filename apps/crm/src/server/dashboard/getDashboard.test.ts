import { expect, it, onTestFinished } from 'vitest'
import { openSeededStore } from '../seed/openSeededStore.ts'
import { type Database, messages } from '../store/schema.ts'
import { getDashboard } from './getDashboard.ts'

const maria = { chatType: 'whatsapp', chatId: '79998887766' } as const
const david = { chatType: 'telegram', chatId: '55501234' } as const
const stranger = { chatType: 'whatsapp', chatId: '15550001111' } as const
const from = Date.UTC(2030, 4, 1)
const to = Date.UTC(2030, 4, 4)
const all = { from, to, ownerId: null, timeZone: 'UTC' }

async function open(): Promise<Database> {
  const { database, close } = await openSeededStore(':memory:', { now: 0 })
  onTestFinished(close)
  return database
}

let count = 0

/** A message at a time of May 2030, e.g. `01 09:00`. */
function message(
  chat: { chatType: string; chatId: string },
  direction: 'incoming' | 'outgoing',
  time: string,
  fields: Partial<typeof messages.$inferInsert> = {},
): typeof messages.$inferInsert {
  const at = Date.parse(`2030-05-${time.replace(' ', 'T')}:00Z`)
  count += 1
  const id = `m${count}`
  return { id, ...chat, direction, at, searchText: '', record: '{}', counts: true, channelId: 'c1', ...fields }
}

const minutes = (value: number): number => value * 60_000

it('measures the time from the first message without a reply to the reply, by day, channel and person', async () => {
  const database = await open()
  await database
    .insert(messages)
    .values([
      message(maria, 'incoming', '01 09:00'),
      message(maria, 'incoming', '01 09:05'),
      message(maria, 'outgoing', '01 09:30'),
      message(maria, 'outgoing', '01 09:31'),
      message(maria, 'incoming', '02 10:00'),
      message(maria, 'outgoing', '02 10:10'),
      message(david, 'incoming', '02 23:00', { channelId: 'c2' }),
      message(david, 'outgoing', '03 01:00', { channelId: 'c2' }),
      message(stranger, 'incoming', '03 12:00'),
      message(stranger, 'outgoing', '03 12:30', { counts: false }),
    ])
  const { all: whole, byDay, byChannel, byUser } = await getDashboard(database, all)
  expect(whole).toEqual({
    receivedCount: 5,
    sentCount: 4,
    replyCount: 3,
    medianMs: minutes(30),
    p90Ms: minutes(120),
    unansweredCount: 1,
  })
  expect(byDay).toMatchObject([
    { day: '2030-05-01', receivedCount: 2, sentCount: 2, replyCount: 1, medianMs: minutes(30), unansweredCount: 0 },
    { day: '2030-05-02', receivedCount: 2, sentCount: 1, replyCount: 2, medianMs: minutes(10), unansweredCount: 1 },
    { day: '2030-05-03', receivedCount: 1, sentCount: 1, replyCount: 0, medianMs: null, unansweredCount: 1 },
  ])
  expect(byChannel).toMatchObject([
    { channelId: 'c1', chatType: 'whatsapp', replyCount: 2, medianMs: minutes(10), p90Ms: minutes(30) },
    { channelId: 'c2', chatType: 'telegram', replyCount: 1, medianMs: minutes(120) },
  ])
  expect(byUser).toMatchObject([
    { userId: 'ann', receivedCount: 3, replyCount: 2 },
    { userId: 'ben', receivedCount: 1, replyCount: 1 },
    { userId: null, receivedCount: 1, replyCount: 0, unansweredCount: 1 },
  ])
})

it('draws how many chats waited, those that began before the period too', async () => {
  const database = await open()
  await database
    .insert(messages)
    .values([
      message(david, 'incoming', '01 00:00', { at: from - minutes(600) }),
      message(maria, 'incoming', '01 09:20'),
      message(maria, 'outgoing', '01 10:40'),
      message(david, 'outgoing', '01 10:50'),
      message(stranger, 'incoming', '05 10:00'),
    ])
  const { unanswered, all: whole, byChannel } = await getDashboard(database, all)
  const at = (time: number): number | undefined => unanswered.find((point) => point.at === time)?.count
  expect(unanswered).toHaveLength(72)
  expect([9, 10, 11, 12].map((hour) => at(from + minutes(60 * hour)))).toEqual([1, 2, 0, 0])
  expect(at(to)).toBe(0)
  expect(whole).toMatchObject({ receivedCount: 1, replyCount: 1, medianMs: minutes(80), unansweredCount: 0 })
  expect(byChannel).toMatchObject([
    { chatType: 'telegram', receivedCount: 0, sentCount: 1, replyCount: 0, medianMs: null },
    { chatType: 'whatsapp', replyCount: 1 },
  ])
})

it('counts only the chats of one user’s contacts', async () => {
  const database = await open()
  await database
    .insert(messages)
    .values([
      message(maria, 'incoming', '01 09:00'),
      message(david, 'incoming', '01 09:00'),
      message(stranger, 'incoming', '01 09:00'),
    ])
  const { all: whole, byUser } = await getDashboard(database, { ...all, ownerId: 'ben' })
  expect(whole).toMatchObject({ receivedCount: 1, unansweredCount: 1 })
  expect(byUser.map(({ userId }) => userId)).toEqual(['ben'])
})

it('cuts the days in the reader’s time zone', async () => {
  const database = await open()
  await database
    .insert(messages)
    .values([message(maria, 'incoming', '01 19:00'), message(maria, 'incoming', '01 18:00')])
  const { byDay } = await getDashboard(database, { ...all, timeZone: 'Asia/Kolkata' })
  expect(byDay.map(({ day, receivedCount }) => [day, receivedCount])).toEqual([
    ['2030-05-01', 1],
    ['2030-05-02', 1],
    ['2030-05-03', 0],
    ['2030-05-04', 0],
  ])
  await expect(getDashboard(database, { ...all, timeZone: 'Mars/North' })).rejects.toThrow(RangeError)
})

it('copes with 92 days with 20,000 messages of 1,000 chats', async () => {
  const database = await open()
  const start = Date.UTC(2030, 0, 1)
  const dayMs = 24 * 60 * 60_000
  const many = Array.from({ length: 20_000 }, (_, index) => ({
    id: `x${index}`,
    chatType: 'whatsapp',
    chatId: String(index % 1_000),
    direction: index % 3 === 0 ? ('outgoing' as const) : ('incoming' as const),
    at: start + Math.floor(((index * 7_919) % 20_000) * ((92 * dayMs) / 20_000)),
    channelId: `c${index % 4}`,
    searchText: '',
    record: JSON.stringify({ id: `x${index}`, version: { text: 'A message of some length, as people write them' } }),
    counts: true,
  }))
  for (let first = 0; first < many.length; first += 2_000)
    await database.insert(messages).values(many.slice(first, first + 2_000))
  const period = { from: start, to: start + 92 * dayMs, ownerId: null, timeZone: 'UTC' }
  await getDashboard(database, period)
  const startedAt = performance.now()
  const { all: whole, byDay } = await getDashboard(database, period)
  const tookMs = performance.now() - startedAt
  expect(whole.receivedCount + whole.sentCount).toBe(20_000)
  expect(byDay).toHaveLength(92)
  expect(tookMs).toBeLessThan(10_000)
})

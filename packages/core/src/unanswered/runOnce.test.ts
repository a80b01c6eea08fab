import { expect, onTestFinished, test, vi } from 'vitest'
import { createTestClock } from '../../test/createTestClock.ts'
import { errorAnswer, type OpenWorld, openWorld } from '../../test/openWorld.ts'
import type { ChatOptions } from '../chatOptions.ts'
import { type ChatClient, createChat } from '../createChat.ts'
import type { Transport, TransportParameters } from '../transports/transport.ts'

function open(options: ChatOptions): { chat: ChatClient; states: unknown[] } {
  const chat = createChat({ retryDelayMs: () => 10, ...options })
  onTestFinished(chat.close)
  const states: unknown[] = []
  chat.unanswered.subscribe((state) => states.push('count' in state ? [state.status, state.count] : state))
  return { chat, states }
}

const until = (check: () => unknown) =>
  vi.waitFor(async () => expect(await check()).toBe(true), { timeout: 45_000, interval: 5 })
const streamsSoFar = async (world: OpenWorld) =>
  (await world.see()).requests.filter(({ operation }) => operation === 'events').length

test.each([
  ['ends the stream', true],
  ['leaves the stream open', false],
])('reconnects without turning stale when the server announces its end, and %s', async (_, drops) => {
  const world = openWorld()
  await world.setCount(3)
  const clock = createTestClock()
  const { states } = open({ endpoint: world.endpoint, clock, retryDelayMs: () => 0 })
  await until(() => states.length === 2)
  const timers = clock.waiting()
  await world.send('drain', { reconnectInMs: 30 })
  await until(() => clock.waiting() > timers) // It has been read, and a stream that ends from now on was announced.
  if (drops) await world.drop()
  await clock.advance(30)
  await until(async () => {
    await clock.advance(0) // Its wait before the reconnect is over at once.
    return (await streamsSoFar(world)) === 2
  })
  await world.setCount(4)
  await until(() => states.length >= 4)
  await until(async () => (await world.see()).openStreams === 1)
  expect(states).toEqual([{ status: 'connecting' }, ['live', 3], ['live', 3], ['live', 4]])
})

test('turns stale when the server that announced its end does not come back', async () => {
  const world = openWorld()
  await world.setCount(3)
  const { states } = open({ endpoint: world.endpoint })
  await until(() => states.length === 2)
  await world.set({ answers: { events: errorAnswer(503, { code: 'busy', retryable: true }) } })
  await world.send('drain', { reconnectInMs: 0 })
  await world.drop()
  await until(() => states.length >= 3)
  expect(states[2]).toEqual(['stale', 3])
})

test('does not count an announced end as a failure, and does not hurry a server that only announces', async () => {
  const attempts: number[] = []
  let runs = 0
  const transport: Transport = {
    async run({ onDrain }) {
      runs += 1
      onDrain(0)
    },
  }
  const { states } = open({
    transport,
    retryDelayMs: (attempt) => {
      attempts.push(attempt)
      return attempt < 3 ? 0 : 3_600_000
    },
  })
  await until(() => attempts.length === 4)
  expect(attempts).toEqual([0, 1, 2, 3])
  expect(runs).toBe(4)
  expect(states.slice(0, 1)).toEqual([{ status: 'connecting' }])
})

test('turns stale while it waits for longer than a second after an announced end', async () => {
  const world = openWorld()
  await world.setCount(3)
  const { states } = open({ endpoint: world.endpoint, retryDelayMs: () => 3_600_000 })
  await until(() => states.length === 2)
  await world.send('drain', { reconnectInMs: 0 })
  await world.drop()
  await until(() => states.length === 3)
  expect(states[2]).toEqual(['stale', 3])
})

test('reads the time of the announcement in the stream, and skips one that is none', async () => {
  const world = openWorld()
  await world.setCount(3)
  const { states } = open({ endpoint: world.endpoint })
  await until(() => states.length === 2)
  for (const data of [null, {}, { reconnectInMs: -1 }, { reconnectInMs: 'soon' }, [], 7])
    await world.send('drain', data)
  await world.setCount(4)
  await until(() => states.length === 3)
  expect(await streamsSoFar(world)).toBe(1)
})

test('waits for half a minute at most, whatever the server asks', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const runs: TransportParameters[] = []
  const transport: Transport = {
    async run(parameters) {
      runs.push(parameters)
      parameters.onDrain(Number.POSITIVE_INFINITY)
    },
  }
  open({ transport })
  await vi.advanceTimersByTimeAsync(29_999)
  expect(runs).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(runs).toHaveLength(2)
})

test.each([
  ['identity_unavailable', 503],
  ['upstream_unavailable', 503],
  ['busy', 503],
  ['rate_limited', 429],
])('keeps the number as stale over %s, and does not call the user signed out', async (code, status) => {
  const world = openWorld()
  await world.setCount(3)
  const { states } = open({ endpoint: world.endpoint })
  await until(() => states.length === 2)
  await world.set({ answers: { events: errorAnswer(status, { code, retryable: true }) } })
  await world.drop()
  await until(async () => (await streamsSoFar(world)) >= 3)
  expect(states.slice(2).every((state) => String(state) === 'stale,3')).toBe(true)
  await world.set({ answers: {} })
  await until(() => String(states.at(-1)) === 'live,3')
})

import { expect, onTestFinished, test, vi } from 'vitest'
import { errorAnswer, type OpenWorld, openWorld } from '../../test/openWorld.ts'
import { systemClock } from '../clock.ts'
import { polling } from '../transports/polling.ts'
import { sse } from '../transports/sse.ts'
import type { Transport } from '../transports/transport.ts'
import { applyEvents } from './applyEvents.ts'
import type { Connect } from './connection.ts'
import { createCounterKeeper } from './createCounterKeeper.ts'
import { createUnansweredStore, type UnansweredStore } from './createUnansweredStore.ts'
import { keepConnected } from './keepConnected.ts'

function openStore({
  world,
  retryMs = 10,
  transport = sse(),
}: {
  world: OpenWorld
  retryMs?: number
  transport?: Transport
}): UnansweredStore {
  const closing = new AbortController()
  onTestFinished(() => closing.abort())
  const http = {
    endpoint: world.endpoint,
    fetch,
    credentials: 'same-origin',
    timeoutMs: 5000,
    clock: systemClock,
  } as const
  const connect: Connect = (events) => keepConnected({ http, transport, retryDelayMs: () => retryMs, ...events })
  const { signal } = closing
  const keep = createCounterKeeper({
    open: (connection) => connect({ signal: connection.signal, onEvent: applyEvents(connection, () => undefined) }),
    clock: systemClock,
    signal,
    lingerMs: 60,
  })
  return createUnansweredStore({ load: async () => keep, clock: systemClock, signal })
}

async function until(check: () => unknown): Promise<void> {
  await vi.waitFor(async () => expect(await check()).toBe(true), { timeout: 45_000, interval: 5 })
}

const hasCount = (store: UnansweredStore, count: number) => () => {
  const state = store.getState()
  return state.status === 'live' && state.count === count
}

test('connects for the first subscriber only, and passes on every later value', async () => {
  const world = openWorld()
  await world.setCount(3)
  const store = openStore({ world })
  expect(store.getState()).toEqual({ status: 'idle' })
  const seen: string[] = []
  store.subscribe((state) => seen.push(state.status))
  store.subscribe(() => undefined)
  expect(store.getState()).toEqual({ status: 'connecting' })
  await until(hasCount(store, 3))
  await world.setCount(4)
  await until(hasCount(store, 4))
  expect(seen).toEqual(['connecting', 'live', 'live'])
  expect((await world.see()).requests.map((request) => request.operation)).toEqual(['events'])
})

test('keeps its connection over a short moment without subscribers', async () => {
  const world = openWorld()
  await world.setCount(3)
  const store = openStore({ world })
  const leave = store.subscribe(() => undefined)
  await until(hasCount(store, 3))
  leave()
  leave() // A second call must not count as a second subscriber.
  store.subscribe(() => undefined)
  expect(store.getState()).toMatchObject({ status: 'live', count: 3 })
  await world.setCount(4)
  await until(hasCount(store, 4))
  expect((await world.see()).requests).toHaveLength(1)
})

test('disconnects once the last subscriber has stayed away', async () => {
  const world = openWorld()
  const store = openStore({ world })
  const leave = store.subscribe(() => undefined)
  await until(hasCount(store, 0))
  leave()
  await until(async () => (await world.see()).openStreams === 0)
  expect(store.getState()).toEqual({ status: 'idle' })
})

test('goes stale when the stream drops, keeps the number, and comes back', async () => {
  const world = openWorld()
  await world.setCount(5)
  const store = openStore({ world })
  const seen: unknown[] = []
  store.subscribe((state) => seen.push(state))
  await until(hasCount(store, 5))
  await world.drop()
  await until(async () => (await world.see()).requests.length === 2 && hasCount(store, 5)())
  expect(seen.slice(-2)).toMatchObject([
    { status: 'stale', count: 5, tone: 'red' },
    { status: 'live', count: 5, tone: 'red' },
  ])
})

test('ignores an older value of the same run, over a reconnect too', async () => {
  const world = openWorld()
  await world.setCount(5, { seq: 10 })
  const store = openStore({ world })
  const counts: unknown[] = []
  store.subscribe((state) => counts.push('count' in state && state.count))
  await until(hasCount(store, 5))
  await world.setCount(4, { seq: 9 })
  await world.setCount(6, { seq: 11 })
  await until(hasCount(store, 6))
  await world.setCount(3, { seq: 8 })
  await world.drop()
  await until(async () => (await world.see()).requests.length === 2 && (await world.see()).openStreams === 1)
  await world.setCount(7, { seq: 12 })
  await until(hasCount(store, 7))
  expect(counts).not.toContain(4)
  expect(counts).not.toContain(3)
})

test.each([
  ['later', 6],
  ['earlier, as after the clock was set back', 4],
])('takes the first value of a restarted proxy, whose numbers start again and whose epoch is %s', async (_, epoch) => {
  const world = openWorld()
  await world.setCount(5, { epoch: 5, seq: 10 })
  const store = openStore({ world })
  store.subscribe(() => undefined)
  await until(hasCount(store, 5))
  await world.set({ stream: 'reset' })
  await world.drop()
  await world.setCount(2, { epoch, seq: 1 })
  await world.set({ stream: 'open' })
  await until(hasCount(store, 2))
})

test('polls after a stream without going back, and from one process to another', async () => {
  const world = openWorld()
  await world.setCount(5, { epoch: 2, seq: 10 })
  const store = openStore({ world, transport: sse({ fallback: polling({ intervalMs: 5 }) }) })
  const counts: unknown[] = []
  store.subscribe((state) => 'count' in state && counts.push(state.count))
  await until(hasCount(store, 5))
  await world.setCount(4, { epoch: 2, seq: 9 })
  await world.set({ stream: 'reset' })
  await world.drop()
  await until(async () => (await world.see()).requests.filter(({ operation }) => operation === 'unanswered').length > 2)
  await world.setCount(6, { epoch: 2, seq: 11 })
  await until(hasCount(store, 6))
  await world.setCount(7, { epoch: 1, seq: 3 })
  await until(hasCount(store, 7))
  await world.setCount(8, { epoch: 2, seq: 12 })
  await until(hasCount(store, 8))
  expect(counts).not.toContain(4)
})

test('does not show unknown as 0', async () => {
  const world = openWorld()
  await world.set({ unanswered: { status: 'unknown', count: null, tone: null, epoch: 1, seq: 1, at: null } })
  const store = openStore({ world })
  const seen: unknown[] = []
  store.subscribe((state) => seen.push(state))
  await until(() => seen.length >= 2)
  expect(store.getState()).toEqual({ status: 'connecting' })
  await world.setCount(7, { seq: 2 })
  await until(hasCount(store, 7))
  await world.set({ unanswered: { status: 'unknown', count: null, tone: null, epoch: 1, seq: 3, at: null } })
  await until(() => store.getState().status === 'stale')
  expect(store.getState()).toMatchObject({ count: 7 })
})

test("shows the proxy's own stale values as such", async () => {
  const world = openWorld()
  const at = '2026-01-02T03:04:05.000Z'
  await world.set({ unanswered: { status: 'stale', count: 3, tone: 'grey', epoch: 1, seq: 4, at } })
  const store = openStore({ world })
  store.subscribe(() => undefined)
  await until(() => store.getState().status === 'stale')
  expect(store.getState()).toEqual({ status: 'stale', count: 3, tone: 'grey', at })
})

test('shows the number of a newer proxy whose status and tone it does not know', async () => {
  const world = openWorld()
  const store = openStore({ world })
  store.subscribe(() => undefined)
  await until(hasCount(store, 0))
  const at = '2026-01-02T03:04:05.000Z'
  const newer = { status: 'paused', count: 3, tone: 'blue', epoch: 1, seq: 9, at, chats: [] }
  await world.write(`event: unanswered\ndata: ${JSON.stringify(newer)}\n\n`)
  await until(() => store.getState().status === 'stale')
  expect(store.getState()).toEqual({ status: 'stale', count: 3, tone: 'grey', at })
})

test('skips garbage, unknown events and impossible values', async () => {
  const world = openWorld()
  const store = openStore({ world })
  store.subscribe(() => undefined)
  await until(hasCount(store, 0))
  await world.write(
    'event: unanswered\ndata: {"status":"live","count":-1,"tone":null,"epoch":1,"seq":5,"at":"now"}\n\n',
  )
  await world.write('event: unanswered\ndata: {oops\n\nevent: news\ndata: {}\n\n: heartbeat\n\ngarbage\n\n')
  await world.setCount(8)
  await until(hasCount(store, 8))
  expect((await world.see()).requests).toHaveLength(1)
})

test('reports a user who is signed out, hides the number, and does not flood the server', async () => {
  const world = openWorld()
  await world.setCount(5)
  const store = openStore({ world, retryMs: 0 })
  store.subscribe(() => undefined)
  await until(hasCount(store, 5))
  await world.set({ answers: { events: errorAnswer(401, { code: 'unauthenticated', retryable: false }) } })
  await world.drop()
  await until(() => store.getState().status === 'error')
  expect(store.getState()).toEqual({ status: 'error', code: 'unauthenticated' })
  const probe = openStore({ world, retryMs: 0 })
  probe.subscribe(() => undefined)
  await until(() => probe.getState().status === 'error')
  expect((await world.see()).requests).toHaveLength(3)
})

test('reports why no first value arrives, and keeps trying', async () => {
  const world = openWorld()
  await world.set({ answers: { events: errorAnswer(503, { code: 'upstream_unavailable', retryable: true }) } })
  const store = openStore({ world })
  store.subscribe(() => undefined)
  await until(() => store.getState().status === 'error')
  expect(store.getState()).toEqual({ status: 'error', code: 'upstream_unavailable' })
  await world.setCount(2)
  await world.set({ answers: {} })
  await until(hasCount(store, 2))
})

test('waits as long as the server asks', async () => {
  const world = openWorld()
  const answer = errorAnswer(429, { code: 'rate_limited', retryable: true, retryAfterMs: 3_600_000 })
  await world.set({ answers: { events: answer } })
  const store = openStore({ world, retryMs: 0 })
  store.subscribe(() => undefined)
  await until(() => store.getState().status === 'error')
  const other = openStore({ world, retryMs: 0 })
  other.subscribe(() => undefined)
  await until(() => other.getState().status === 'error')
  expect((await world.see()).requests).toHaveLength(2)
})

import { expect, onTestFinished, test, vi } from 'vitest'
import { createScaledClock } from '../../test/createScaledClock.ts'
import { errorAnswer, type OpenWorld, openWorld } from '../../test/openWorld.ts'
import type { ChatOptions } from '../chatOptions.ts'
import { systemClock } from '../clock.ts'
import { type ChatClient, createChat } from '../createChat.ts'
import { sse } from '../transports/sse.ts'
import { applyEvents } from '../unanswered/applyEvents.ts'
import type { Connect } from '../unanswered/connection.ts'
import { createCounterKeeper } from '../unanswered/createCounterKeeper.ts'
import { createUnansweredStore } from '../unanswered/createUnansweredStore.ts'
import { keepConnected } from '../unanswered/keepConnected.ts'
import { connectOnce } from './connectOnce.ts'

/** Opens a tab: locks and channels treat two clients of one page like those of two pages. */
function openTab(world: OpenWorld, options: ChatOptions = {}): ChatClient {
  const chat = createChat({ endpoint: world.endpoint, retryDelayMs: () => 10, ...options })
  onTestFinished(chat.close)
  chat.unanswered.subscribe(() => undefined)
  return chat
}

const until = (check: () => unknown) =>
  vi.waitFor(async () => expect(await check()).toBe(true), { timeout: 45_000, interval: 10 })
const untilCount = (chat: ChatClient, count: number) =>
  until(() => {
    const state = chat.unanswered.getState()
    return state.status === 'live' && state.count === count
  })
const untilStreams = (world: OpenWorld, streams: number) =>
  until(async () => (await world.see()).openStreams === streams)
/** Waits until some tab has the lock: of tabs that open together, any may get it. */
const untilOneLeads = (world: OpenWorld) =>
  until(async () => (await navigator.locks.query()).held?.some(({ name }) => name?.includes(world.endpoint)))
test('connects once for all tabs, and passes every value on to all of them', async () => {
  const world = openWorld()
  await world.setCount(3)
  const tabs = [openTab(world), openTab(world), openTab(world)]
  for (const tab of tabs) await untilCount(tab, 3)
  await untilStreams(world, 1)
  await world.setCount(4)
  for (const tab of tabs) await untilCount(tab, 4)
  await untilStreams(world, 1)
})

test('passes other events on to all tabs, and to none that is closed', async () => {
  const world = openWorld()
  const tabs = [openTab(world), openTab(world), openTab(world)]
  const seen: unknown[][] = [[], [], []]
  for (const [index, tab] of tabs.entries()) tab.events.subscribe((event) => seen[index]?.push(event))
  for (const tab of tabs) await untilCount(tab, 0)
  await untilOneLeads(world)
  await untilStreams(world, 1)
  const channel = { name: 'channel', data: { channel: { id: '7', transport: 'wapi', state: 'off' } } }
  await world.send(channel.name, channel.data)
  const channelsOf = (index: number) => seen[index]?.filter((event) => Object(event).name === 'channel')
  for (const index of [0, 1, 2]) await expect.poll(() => channelsOf(index)).toEqual([channel])
  for (const tab of tabs) expect(tab.unanswered.getState()).toMatchObject({ status: 'live', count: 0 })
  tabs[2]?.close()
  await world.send(channel.name, channel.data)
  for (const index of [0, 1]) await expect.poll(() => channelsOf(index)).toHaveLength(2)
  expect(channelsOf(2)).toHaveLength(1)
})

test('passes the current value on to a tab that is opened later', async () => {
  const world = openWorld()
  await world.setCount(5)
  await untilCount(openTab(world), 5)
  await world.set({ stream: 'silent' })
  await untilCount(openTab(world), 5)
  await untilStreams(world, 1)
})

test('goes on in another tab when the connected one is closed', async () => {
  const world = openWorld()
  const tabs = [openTab(world), openTab(world), openTab(world)]
  for (const tab of tabs) await untilCount(tab, 0)
  await untilStreams(world, 1)
  for (const [index, tab] of tabs.entries()) {
    tab.close()
    if (index === 2) break
    await world.setCount(index + 10)
    for (const left of tabs.slice(index + 1)) await untilCount(left, index + 10)
    await untilStreams(world, 1)
  }
  await untilStreams(world, 0)
})

/** The message of a connected tab. */
function toUpdate({ lead, count, epoch, seq }: { lead: number; count: number; epoch: number; seq: number }): object {
  const value = { status: 'live', count, tone: 'red', epoch, seq, at: '2026-01-02T03:04:05.000Z' }
  return { kind: 'update', lead, event: { kind: 'value', value, connection: 1 } }
}

/** Holds the lock, as the connected tab does, and responds to requests. Returns a function that posts a message. */
async function playConnectedTab(world: OpenWorld): Promise<(message: object) => void> {
  const name = `crm-chat ${world.endpoint} 7`
  const channel = new BroadcastChannel(name)
  let latest: object = { kind: 'update', lead: 1, event: null }
  channel.onmessage = () => channel.postMessage(latest)
  await new Promise<void>((resolve) => {
    const held = navigator.locks.request(name, () => {
      resolve()
      return new Promise<void>((release) => onTestFinished(() => release()))
    })
    held.catch(() => undefined) // Another tab may take it.
  })
  onTestFinished(() => channel.close())
  return (message) => {
    latest = message
    channel.postMessage(message)
  }
}

/** Collects the counts as they change. A value may come twice: as an update, and as the response to a request. */
function countsOf(chat: ChatClient): number[] {
  const counts: number[] = []
  chat.unanswered.subscribe((state) => {
    if ('count' in state && state.count !== counts.at(-1)) counts.push(state.count)
  })
  return counts
}

test('keeps the value of its own connection while the connected tab is behind', async () => {
  const world = openWorld()
  await world.setCount(5, { epoch: 2, seq: 10 })
  const post = await playConnectedTab(world)
  const tab = openTab(world)
  const counts = countsOf(tab)
  await untilCount(tab, 5)
  post(toUpdate({ lead: 1, count: 4, epoch: 2, seq: 9 }))
  expect((await world.see()).openStreams).toBe(1)
  post(toUpdate({ lead: 1, count: 6, epoch: 2, seq: 11 }))
  await untilCount(tab, 6)
  await untilStreams(world, 0)
  expect(counts).toEqual([5, 6])
})

test('follows the connected tab to another process, though its epoch is lower', async () => {
  const world = openWorld()
  await world.setCount(5, { epoch: 2, seq: 10 })
  const post = await playConnectedTab(world)
  const tab = openTab(world)
  await untilCount(tab, 5)
  post(toUpdate({ lead: 1, count: 3, epoch: 1, seq: 4 }))
  await untilCount(tab, 3)
  post(toUpdate({ lead: 1, count: 2, epoch: 1, seq: 5 }))
  await untilCount(tab, 2)
})

test('ignores a tab that has been replaced, whatever it posts', async () => {
  const world = openWorld()
  const post = await playConnectedTab(world)
  const tab = openTab(world)
  const counts = countsOf(tab)
  await untilCount(tab, 0)
  post(toUpdate({ lead: 2, count: 7, epoch: 1, seq: 20 }))
  await untilCount(tab, 7)
  post(toUpdate({ lead: 1, count: 3, epoch: 9, seq: 30 }))
  post(toUpdate({ lead: 2, count: 8, epoch: 1, seq: 21 }))
  await untilCount(tab, 8)
  expect(counts).toEqual([0, 7, 8])
})

test('shows no impossible value of the connected tab', async () => {
  const world = openWorld()
  const post = await playConnectedTab(world)
  const tab = openTab(world)
  const counts = countsOf(tab)
  await untilCount(tab, 0)
  post(toUpdate({ lead: 2, count: 7, epoch: 1, seq: 20 }))
  await untilCount(tab, 7)
  post(toUpdate({ lead: 2, count: -1, epoch: 1, seq: 21 }))
  post(toUpdate({ lead: 2, count: 8, epoch: 1, seq: 22 }))
  await untilCount(tab, 8)
  expect(counts).toEqual([0, 7, 8])
})

test('shows what the next connected tab has, though its process began earlier', async () => {
  const world = openWorld()
  await world.setCount(1, { epoch: 5, seq: 1 })
  const connected = openTab(world)
  await untilOneLeads(world)
  const next = openTab(world)
  await untilCount(next, 1)
  await untilStreams(world, 1)
  await world.set({ stream: 'reset' })
  connected.close()
  await world.setCount(2, { epoch: 4, seq: 1 })
  await world.set({ stream: 'open' })
  await untilCount(next, 2)
})

test('is taken over by a visible tab when the connected one does not respond', async () => {
  const world = openWorld()
  await world.setCount(2)
  const name = `crm-chat ${world.endpoint} 7`
  let isHeld = (): void => undefined
  const held = new Promise<void>((resolve) => {
    isHeld = resolve
  })
  const suspended = navigator.locks.request(name, () => {
    isHeld()
    return new Promise(() => undefined) // A tab that a phone has put to sleep: it keeps its lock.
  })
  const taken = expect(suspended).rejects.toMatchObject({ name: 'AbortError' })
  await held
  const tab = openTab(world)
  await untilCount(tab, 2)
  await taken
  await world.setCount(3)
  await untilCount(tab, 3)
  await untilStreams(world, 1)
})

test('steps back when another tab has taken over', async () => {
  const world = openWorld()
  const tab = openTab(world)
  await untilCount(tab, 0)
  const channel = new BroadcastChannel(`crm-chat ${world.endpoint} 7`)
  onTestFinished(() => channel.close())
  await untilOneLeads(world)
  const stopped = navigator.locks.request(`crm-chat ${world.endpoint} 7`, { steal: true }, async () => {
    const update = toUpdate({ lead: Date.now() + 1, count: 8, epoch: 1, seq: 1 })
    channel.onmessage = () => channel.postMessage(update) // Whoever steps back asks for it.
    channel.postMessage(update)
    await untilCount(tab, 8)
    await untilStreams(world, 0)
  })
  await stopped
  await world.setCount(9)
  await untilCount(tab, 9)
  await untilStreams(world, 1)
})

test('reports to all tabs when the connection is lost, and when it is back', async () => {
  vi.stubGlobal('setInterval', () => undefined) // No tab asks again: each learns only what is posted to it.
  onTestFinished(() => void vi.unstubAllGlobals())
  const world = openWorld()
  await world.setCount(6)
  const tabs = [openTab(world), openTab(world)]
  for (const tab of tabs) await untilCount(tab, 6)
  await untilStreams(world, 1)
  await world.set({ answers: { events: errorAnswer(401, { code: 'unauthenticated', retryable: false }) } })
  await world.drop()
  for (const tab of tabs) {
    await until(() => tab.unanswered.getState().status === 'error')
    expect(tab.unanswered.getState()).toEqual({ status: 'error', code: 'unauthenticated' })
  }
  await world.set({ answers: {} })
  await world.setCount(7)
  window.dispatchEvent(new Event('online')) // Else a refused connection waits for up to a minute and a half.
  for (const tab of tabs) await untilCount(tab, 7)
})

test('is not shared between users', async () => {
  const world = openWorld()
  const ann = openTab(world)
  await untilCount(ann, 0)
  await untilOneLeads(world)
  await world.set({ userId: '8' })
  const ben = openTab(world)
  await untilCount(ben, 0)
  await until(async () => {
    const held = (await navigator.locks.query()).held ?? []
    return held.filter(({ name }) => name?.includes(world.endpoint)).length === 2
  })
  await untilStreams(world, 2)
})

test('is each tab’s own where sharing is off', async () => {
  const world = openWorld()
  openTab(world, { shareConnection: false })
  openTab(world, { shareConnection: false })
  await untilStreams(world, 2)
  expect((await world.see()).requests.map(({ operation }) => operation)).toEqual(['events', 'events'])
})

test('is each tab’s own where a page may have no locks, as in a sandboxed frame', async () => {
  const world = openWorld()
  await world.setCount(4)
  const closing = new AbortController()
  onTestFinished(() => closing.abort())
  const ownFetch: typeof fetch = (input, init) => fetch(input, init)
  const http = {
    endpoint: world.endpoint,
    fetch: ownFetch,
    credentials: 'same-origin',
    timeoutMs: 5_000,
    clock: systemClock,
  } as const
  const readUser = () => expect.unreachable('The stream names the user.')
  const request = () => Promise.reject(new DOMException('The document has an opaque origin.', 'SecurityError'))
  const connect: Connect = (events) => keepConnected({ http, transport: sse(), retryDelayMs: () => 10, ...events })
  let refusals = 0
  const locks = {
    request: () => {
      refusals += 1
      return request()
    },
  }
  const connectAll = connectOnce({ endpoint: world.endpoint, clock: systemClock, readUser, connect, locks })
  const { signal } = closing
  const keep = createCounterKeeper({
    open: (connection) => connectAll({ signal: connection.signal, onEvent: applyEvents(connection, () => undefined) }),
    clock: systemClock,
    signal,
  })
  const store = createUnansweredStore({ load: async () => keep, clock: systemClock, signal })
  store.subscribe(() => undefined)
  await until(() => refusals > 0)
  await world.setCount(5)
  await until(() => {
    const state = store.getState()
    return state.status === 'live' && state.count === 5
  })
})

test('takes over from the connected tab though locks failed while it followed that', async () => {
  const world = openWorld()
  await world.setCount(4)
  const first = openTab(world)
  await untilCount(first, 4)
  const closing = new AbortController()
  onTestFinished(() => closing.abort())
  const http = {
    endpoint: world.endpoint,
    fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, init),
    credentials: 'same-origin',
    timeoutMs: 5_000,
    clock: systemClock,
  } as const
  let failLocks: ((error: Error) => void) | undefined
  let follows = 0
  const failing = new Promise<never>((_, reject) => {
    failLocks = reject
  })
  const request = (...[name, options, callback]: [string, LockOptions, LockGrantedCallback<unknown>]) => {
    if (!options.ifAvailable) follows += 1
    const waiting = navigator.locks.request(name, options, callback)
    return follows === 1 ? Promise.race([waiting, failing]) : waiting
  }
  const connect: Connect = (events) => keepConnected({ http, transport: sse(), retryDelayMs: () => 10, ...events })
  const readUser = () => expect.unreachable('The stream names the user.')
  const locks = { request } as Pick<LockManager, 'request'>
  const counts: unknown[] = []
  const { signal } = closing
  const connectAll = connectOnce({ endpoint: world.endpoint, clock: systemClock, readUser, connect, locks })
  connectAll({ signal, onEvent: (event) => counts.push(event.kind === 'value' ? event.value.count : event.kind) })
  await until(() => follows === 1)
  await untilStreams(world, 1) // It has heard of the other tab, and ended its own.
  await world.setCount(5)
  await until(() => counts.at(-1) === 5)
  failLocks?.(new DOMException('The locks are gone.', 'UnknownError'))
  await until(() => counts.at(-1) === 'loss')
  expect(follows).toBe(1) // At once, not after the next silence.
  window.dispatchEvent(new Event('online')) // Else it waits for half a minute.
  await until(() => follows > 1)
  first.close()
  await untilStreams(world, 1)
  await world.setCount(6)
  await until(() => counts.at(-1) === 6)
})

test('skips invalid messages of other tabs', async () => {
  const world = openWorld()
  await world.setCount(1)
  const tab = openTab(world)
  const channel = new BroadcastChannel(`crm-chat ${world.endpoint} 7`)
  onTestFinished(() => channel.close())
  await untilCount(tab, 1)
  const nonsense = [null, 'update', { kind: 'update' }, { kind: 'request', __proto__: { event: 1 } }, { kind: 'news' }]
  const lead = Date.now() + 1
  const wrong = [toUpdate({ lead, count: -1, epoch: 1, seq: 9 }), { kind: 'update', lead, event: { kind: 'value' } }]
  for (const data of [...nonsense, ...wrong]) channel.postMessage(data)
  await world.setCount(2)
  await untilCount(tab, 2)
})

const loss = { kind: 'update', lead: 1, event: { kind: 'loss', code: 'network', retryable: true } }

test.each([
  ['has lost its connection', loss],
  ['has no connection yet', { kind: 'update', lead: 1, event: null }],
  ['has a value that is out of date', toUpdate({ lead: 1, count: 4, epoch: 1, seq: 1 })],
])('keeps its own connection, and takes over, from a connected tab that %s', async (_, update) => {
  const world = openWorld()
  await world.setCount(5, { epoch: 1, seq: 9 })
  const post = await playConnectedTab(world)
  post(update)
  const tab = openTab(world, { clock: createScaledClock(3) })
  const states: string[] = []
  tab.unanswered.subscribe((state) => states.push('count' in state ? `${state.status} ${state.count}` : state.status))
  await untilCount(tab, 5)
  await untilOneFollows(world)
  post(update)
  const next = openTab(world, { clock: createScaledClock(3) }) // It asks whoever leads now.
  await untilCount(next, 5)
  await untilStreams(world, 1)
  await world.setCount(6)
  for (const each of [tab, next]) await untilCount(each, 6)
  expect(new Set(states)).toEqual(new Set(['live 5', 'live 6']))
})

/** Waits until the lock has been taken from the played tab. */
const untilOneFollows = (world: OpenWorld) =>
  until(async () => {
    const { held, pending } = await navigator.locks.query()
    const ours = [...(held ?? []), ...(pending ?? [])].filter(({ name }) => name?.includes(world.endpoint))
    return ours.length === 1
  })

test('turns stale as soon as the browser goes offline, though the connected tab says nothing', async () => {
  const world = openWorld()
  const post = await playConnectedTab(world)
  const tab = openTab(world)
  await untilCount(tab, 0)
  post(toUpdate({ lead: 1, count: 7, epoch: 1, seq: 9 }))
  await untilCount(tab, 7)
  await untilStreams(world, 0)
  window.dispatchEvent(new Event('offline'))
  expect(tab.unanswered.getState()).toMatchObject({ status: 'stale', count: 7 })
})

test('finds the other tabs where only the session names the user, and that fails at first', async () => {
  const world = openWorld()
  await world.set({ userId: null, answers: { session: errorAnswer(503, { code: 'busy', retryable: true }) } })
  await world.setCount(2)
  const tabs = [1, 2].map(() => openTab(world, { clock: createScaledClock(8) }))
  for (const tab of tabs) await untilCount(tab, 2)
  await until(async () => (await world.see()).requests.some(({ operation }) => operation === 'session'))
  await world.set({ answers: {} })
  await until(async () => {
    const { held = [], pending = [] } = await navigator.locks.query()
    const isOurs = ({ name }: LockInfo): boolean => name?.includes(world.endpoint) ?? false
    return held.filter(isOurs).length === 1 && pending.filter(isOurs).length === 1
  })
  await untilStreams(world, 1)
})

import { expect, onTestFinished, test, vi } from 'vitest'
import { errorAnswer, type OpenWorld, openWorld } from '../../test/openWorld.ts'
import { type ChatClient, createChat } from '../createChat.ts'

function open(world: OpenWorld): ChatClient {
  const chat = createChat({ endpoint: world.endpoint, retryDelayMs: () => 10 })
  onTestFinished(chat.close)
  return chat
}

const until = (check: () => unknown) =>
  vi.waitFor(async () => expect(await check()).toBe(true), { timeout: 45_000, interval: 5 })
const operationsOf = async (world: OpenWorld) => (await world.see()).requests.map(({ operation }) => operation)
const untilStatus = (chat: ChatClient, status: string) => until(() => chat.unanswered.getState().status === status)

test('streams at once, without a request for the session', async () => {
  const world = openWorld()
  const chat = open(world)
  chat.unanswered.subscribe(() => undefined)
  await untilStatus(chat, 'live')
  expect(await operationsOf(world)).toEqual(['events'])
})

test('streams where the proxy is known to have a stream', async () => {
  const world = openWorld()
  const chat = open(world)
  await chat.session()
  chat.unanswered.subscribe(() => undefined)
  await untilStatus(chat, 'live')
  expect(await operationsOf(world)).toEqual(['session', 'events'])
})

test('polls where the proxy is known to have no stream', async () => {
  const world = openWorld()
  await world.set({ capabilities: ['window', 'unanswered'] })
  await world.setCount(4)
  const chat = open(world)
  await chat.session()
  chat.unanswered.subscribe(() => undefined)
  await untilStatus(chat, 'live')
  expect(chat.unanswered.getState()).toMatchObject({ count: 4 })
  expect(await operationsOf(world)).toEqual(['session', 'unanswered'])
})

test.each([
  ['not_found', 404],
  ['method_not_allowed', 405],
])('finds out that the proxy has no stream by the error %s, and polls', async (code, status) => {
  const world = openWorld()
  await world.setCount(4)
  const answers = { events: errorAnswer(status, { code, retryable: false }) }
  await world.set({ capabilities: ['unanswered'], answers })
  const chat = open(world)
  const seen: string[] = []
  chat.unanswered.subscribe((state) => seen.push(state.status))
  await untilStatus(chat, 'live')
  expect(seen).toEqual(['connecting', 'live'])
  expect(await operationsOf(world)).toEqual(['events', 'session', 'unanswered'])
})

test('polls where the server cannot stream, though the proxy offers it, and does not ask for the stream again', async () => {
  const world = openWorld()
  await world.setCount(4)
  await world.set({ answers: { events: errorAnswer(501, { code: 'not_supported', retryable: false }) } })
  const chat = open(world)
  const seen: string[] = []
  chat.unanswered.subscribe((state) => seen.push(state.status))
  await untilStatus(chat, 'live')
  expect(seen).toEqual(['connecting', 'live'])
  expect(await operationsOf(world)).toEqual(['events', 'unanswered'])
  chat.close()
  const away = errorAnswer(503, { code: 'upstream_unavailable', retryable: true })
  const events = errorAnswer(501, { code: 'not_supported', retryable: false })
  await world.set({ answers: { events, unanswered: away } })
  open(world).unanswered.subscribe(() => undefined)
  await until(async () => (await operationsOf(world)).length >= 8)
  const later = (await operationsOf(world)).slice(2)
  expect(later.filter((operation) => operation !== 'unanswered')).toEqual(['events'])
})

test('reports a counter that neither streams nor answers, once a minute', async () => {
  const world = openWorld()
  const answer = errorAnswer(501, { code: 'not_supported', retryable: false })
  await world.set({ answers: { events: answer, unanswered: answer } })
  const chat = open(world)
  chat.unanswered.subscribe(() => undefined)
  await untilStatus(chat, 'error')
  expect(chat.unanswered.getState()).toEqual({ status: 'error', code: 'not_supported' })
  const other = open(world) // Its requests come after any that the first one would send at once.
  other.unanswered.subscribe(() => undefined)
  await untilStatus(other, 'error')
  expect(await operationsOf(world)).toEqual(['events', 'unanswered', 'events', 'unanswered'])
})

test('reports a stream that is missing although the proxy offers one', async () => {
  const world = openWorld()
  await world.set({ answers: { events: errorAnswer(404, { code: 'not_found', retryable: false }) } })
  const chat = open(world)
  chat.unanswered.subscribe(() => undefined)
  await untilStatus(chat, 'error')
  expect(chat.unanswered.getState()).toEqual({ status: 'error', code: 'not_found' })
})

test('sends no request for a counter that the vendor does not have', async () => {
  const world = openWorld()
  await world.set({ capabilities: ['window'] })
  const chat = open(world)
  await chat.session()
  chat.unanswered.subscribe(() => undefined)
  await untilStatus(chat, 'error')
  expect(chat.unanswered.getState()).toEqual({ status: 'error', code: 'not_supported' })
  expect(await operationsOf(world)).toEqual(['session'])
})

import type { Unanswered } from '@crm-chat/protocol'
import { expect, onTestFinished, test, vi } from 'vitest'
import { errorAnswer, type OpenWorld, openWorld } from '../../test/openWorld.ts'
import { systemClock } from '../clock.ts'
import { polling } from './polling.ts'
import type { SseOptions } from './runSse.ts'
import { sse } from './sse.ts'

function run({ world, options = {} }: { world: OpenWorld; options?: SseOptions }): {
  values: Unanswered[]
  over: Promise<unknown>
} {
  const aborter = new AbortController()
  onTestFinished(() => aborter.abort())
  const values: Unanswered[] = []
  const http = {
    endpoint: world.endpoint,
    fetch,
    credentials: 'same-origin',
    timeoutMs: 5000,
    clock: systemClock,
  } as const
  const transport = sse({ fallback: polling({ intervalMs: 5 }), ...options })
  const ignore = (): void => undefined
  const events = { onConnect: ignore, onUser: ignore, onDrain: ignore }
  const onValue = (value: Unanswered) => values.push(value)
  const over = transport.run({ http, signal: aborter.signal, ...events, onValue }).then(
    () => 'ended',
    (error: unknown) => error,
  )
  return { values, over }
}

const operations = async (world: OpenWorld) => (await world.see()).requests.map((request) => request.operation)
const until = (check: () => unknown) =>
  vi.waitFor(async () => expect(await check()).toBe(true), { timeout: 45_000, interval: 5 })

test('ends when the stream ends, for the store to connect again', async () => {
  const world = openWorld()
  const { values, over } = run({ world })
  await until(() => values.length === 1)
  await world.drop()
  expect(await over).toMatchObject({ code: 'network', message: 'The live stream broke off.' })
})

test.each([
  ['is held back', { stream: 'silent' }],
  ['is cut at once', { stream: 'reset' }],
  ['is replaced by a page', { answers: { events: { status: 200, body: '<p>', contentType: 'text/html' } } }],
  ['is refused by a firewall', { answers: { events: { status: 502, body: '<p>', contentType: 'text/html' } } }],
] as const)('polls when the stream %s', async (_what, settings) => {
  const world = openWorld()
  await world.setCount(6)
  await world.set(settings)
  const { values } = run({ world, options: { openTimeoutMs: 1000 } })
  await until(() => values.length >= 2)
  expect(values[0]).toMatchObject({ status: 'live', count: 6 })
  expect((await operations(world)).slice(0, 3).sort()).toEqual(['events', 'unanswered', 'unanswered'])
})

test('returns to the stream once it gets through', async () => {
  const world = openWorld()
  await world.set({ stream: 'silent' })
  const { values } = run({ world, options: { openTimeoutMs: 1_000, fallbackMs: 40 } })
  await until(() => values.length >= 1)
  await world.set({ stream: 'open' })
  await world.setCount(9)
  await until(async () => (await world.see()).openStreams === 1 && (await operations(world)).at(-1) === 'events')
  await until(() => values.at(-1)?.count === 9)
})

test('reports a refusal of the proxy', async () => {
  const world = openWorld()
  await world.set({ answers: { events: errorAnswer(401, { code: 'unauthenticated', retryable: false }) } })
  expect(await run({ world }).over).toMatchObject({ code: 'unauthenticated' })
  expect(await operations(world)).toEqual(['events'])
})

test('does not poll a server that asks to wait, and passes its wish on', async () => {
  const world = openWorld()
  const headers = { 'retry-after': '120' }
  await world.set({ answers: { events: { status: 503, body: '<p>', contentType: 'text/html', headers } } })
  expect(await run({ world }).over).toMatchObject({ code: 'network', retryAfterMs: 120_000 })
  expect(await operations(world)).toEqual(['events'])
})

test('gives a stream up that has fallen silent', async () => {
  const world = openWorld()
  const { over } = run({ world, options: { silenceTimeoutMs: 60 } })
  expect(await over).toMatchObject({ code: 'network', message: 'The live stream fell silent.' })
})

test('counts a heartbeat as activity', async () => {
  const world = openWorld()
  const { values } = run({ world, options: { silenceTimeoutMs: 2000 } })
  await until(() => values.length === 1)
  for (const startedAt = performance.now(); performance.now() - startedAt < 2500; ) await world.write(': heartbeat\n\n')
  await world.setCount(2)
  await until(() => values.at(-1)?.count === 2)
  expect(await operations(world)).toEqual(['events'])
})

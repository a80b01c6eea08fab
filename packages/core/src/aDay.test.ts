import { expect, onTestFinished, test, vi } from 'vitest'
import { createTestClock } from '../test/createTestClock.ts'
import type { ChatOptions } from './chatOptions.ts'
import { createChat } from './createChat.ts'
import { polling } from './transports/polling.ts'

const hour = 3_600_000
const patience = { timeout: 45_000 }
const value = { status: 'live', count: 3, tone: 'red', epoch: 1, seq: 1, at: '2026-01-02T03:04:05.000Z', userId: '7' }

/** A client with a clock of its own, and a server that the test plays. */
async function open({ respond, ...options }: ChatOptions & { respond: (path: string) => Response }) {
  const clock = createTestClock()
  const requests: { path: string; at: number }[] = []
  const ownFetch: typeof fetch = async (url) => {
    const path = String(url)
    requests.push({ path, at: clock.elapsed() })
    return respond(path)
  }
  const chat = createChat({ endpoint: '/chat', fetch: ownFetch, clock, shareConnection: false, ...options })
  onTestFinished(chat.close)
  const unsubscribe = chat.unanswered.subscribe(() => undefined)
  await vi.waitFor(() => expect(requests.length).toBeGreaterThan(0), patience) // The code for it is loaded in real time.
  await vi.waitFor(() => expect(chat.unanswered.getState().status).not.toBe('connecting'), patience)
  return { chat, clock, requests, unsubscribe }
}

test('passes in moments on a clock of your own: every wait goes through it', async () => {
  const respond = (): Response => Response.json(value)
  const { chat, clock, requests, unsubscribe } = await open({ respond, transport: polling({ intervalMs: 300_000 }) })
  await clock.advance(24 * hour)
  expect(requests).toHaveLength(24 * 12 + 1)
  expect(chat.unanswered.getState()).toMatchObject({ status: 'live', count: 3 })
  unsubscribe()
  await clock.advance(3_000)
  expect(chat.unanswered.getState()).toEqual({ status: 'idle' })
  expect(clock.waiting()).toBe(0)
})

test('of outage costs a few requests a minute, and the number is back within half a minute of its end', async () => {
  let isAway = false
  const away = (): Response => new Response('', { status: 503 })
  const respond = (path: string): Response => (isAway || path.endsWith('/events') ? away() : Response.json(value))
  const { chat, clock, requests } = await open({ respond })
  isAway = true
  await clock.advance(60_000)
  expect(chat.unanswered.getState()).toMatchObject({ status: 'stale', count: 3 })
  const before = requests.length
  await clock.advance(hour)
  expect(requests.length - before).toBeLessThan(60 * 12)
  expect(requests.length - before).toBeGreaterThan(60)
  isAway = false
  await clock.advance(31_000)
  expect(chat.unanswered.getState()).toMatchObject({ status: 'live', count: 3 })
})

test('has as few requests as a gateway asks for, also of a page that comes back to the counter', async () => {
  const respond = (): Response => new Response('busy', { status: 503, headers: { 'retry-after': '120' } })
  const { chat, clock, requests, unsubscribe } = await open({ respond, retryDelayMs: () => 0 })
  unsubscribe()
  await clock.advance(10_000)
  expect(chat.unanswered.getState()).toEqual({ status: 'idle' })
  chat.unanswered.subscribe(() => undefined)
  await clock.advance(109_000)
  expect(requests).toHaveLength(1)
  await clock.advance(2_000)
  expect(requests).toHaveLength(2)
  await clock.advance(hour)
  expect(requests.length).toBeLessThanOrEqual(2 + 30)
})

test('ends the wait for a response that does not come', async () => {
  const clock = createTestClock()
  const hang: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)))
  const chat = createChat({ endpoint: '/chat', fetch: vi.fn(hang), clock, timeoutMs: 8 * hour })
  const reading = chat.session().catch((error: unknown) => error)
  await vi.waitFor(() => expect(clock.waiting()).toBe(1), patience)
  await clock.advance(8 * hour)
  expect(await reading).toMatchObject({ code: 'network', retryable: true })
  expect(clock.waiting()).toBe(0)
})

import { expect, onTestFinished, test, vi } from 'vitest'
import { errorAnswer, type OpenWorld, openWorld } from '../../test/openWorld.ts'
import { type ChatClient, createChat } from '../createChat.ts'

const until = (check: () => unknown) =>
  vi.waitFor(async () => expect(await check()).toBe(true), { timeout: 60_000, interval: 20 })
const isLive = (count: number) => (chat: ChatClient) => {
  const state = chat.unanswered.getState()
  return state.status === 'live' && state.count === count
}

/** Opens a tab: locks and channels treat two clients of one page like those of two pages. */
function openTab(world: OpenWorld): ChatClient {
  const chat = createChat({ endpoint: world.endpoint, retryDelayMs: () => 20 })
  onTestFinished(chat.close)
  chat.unanswered.subscribe(() => undefined)
  return chat
}

const unavailable = errorAnswer(503, { code: 'upstream_unavailable', retryable: true })
const signedOut = errorAnswer(401, { code: 'unauthenticated', retryable: false })
const login = { status: 200, body: '<form>', contentType: 'text/html' }
const gateway = { status: 503, body: 'busy', contentType: 'text/plain', headers: { 'retry-after': '1' } }
const redirect = { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/login' } }
const newer = { status: 200, body: JSON.stringify({ user: { id: 7 }, realm: 'new' }) }

const starts = {
  'a good start': {},
  'a start while the proxy was away': { events: unavailable, session: unavailable, unanswered: unavailable },
  'a start while nobody was signed in': { events: signedOut, session: signedOut, unanswered: signedOut },
  'a start with a login page in place of each response': { events: login, session: login, unanswered: login },
  'a start with each request redirected to a login elsewhere': {
    events: redirect,
    session: redirect,
    unanswered: redirect,
  },
  'a start while a gateway asked to wait': { events: gateway, session: gateway, unanswered: gateway },
  'a start with a failing session': { session: unavailable },
  "a start with a newer proxy's session, which is not understood": { session: newer },
}

test.each(Object.entries(starts))('50 tabs have one connection after %s', async (_, answers) => {
  const world = openWorld()
  await world.setCount(3)
  await world.set({ answers })
  const tabs = Array.from({ length: 8 }, () => openTab(world))
  await until(() => tabs.every(({ unanswered }) => unanswered.getState().status !== 'connecting'))
  await world.set({ answers: 'events' in answers ? {} : answers })
  window.dispatchEvent(new Event('online')) // Else a refused connection waits for up to a minute and a half.
  await until(() => tabs.every(isLive(3)))
  await until(async () => (await world.see()).openStreams === 1)
  const before = (await world.see()).requests.length
  while (tabs.length < 50) {
    const batch = Array.from({ length: 6 }, () => openTab(world))
    tabs.push(...batch)
    await until(() => batch.every(isLive(3)))
    await until(async () => (await world.see()).openStreams === 1)
  }
  const { requests, openStreams } = await world.see()
  expect(requests.length - before).toBeLessThanOrEqual(2 * 42)
  expect(openStreams).toBe(1)
  await world.setCount(4)
  await until(() => tabs.every(isLive(4)))
})

test('tabs agree, and have one connection, after each of many has led and gone', async () => {
  const world = openWorld()
  await world.setCount(1)
  const tabs = Array.from({ length: 12 }, () => openTab(world))
  await until(() => tabs.every(isLive(1)))
  for (let count = 2; tabs.length > 1; count += 1) {
    tabs.splice(count % tabs.length, 1)[0]?.close()
    await world.drop()
    await world.setCount(count)
    await until(() => tabs.every(isLive(count)))
  }
  await until(async () => (await world.see()).openStreams === 1)
})

test('reads a redirect to a login of another origin as signed out', async () => {
  const world = openWorld()
  await world.set({ answers: { session: redirect, events: redirect, unanswered: redirect } })
  const tab = openTab(world)
  await expect(tab.session()).rejects.toMatchObject({ code: 'unauthenticated', retryable: false })
  await until(() => tab.unanswered.getState().status === 'error')
  expect(tab.unanswered.getState()).toEqual({ status: 'error', code: 'unauthenticated' })
})

import { afterEach, expect, expectTypeOf, test, vi } from 'vitest'
import type { ChatClient } from '../createChat.ts'
import { createTestChat, type TestChat } from './createTestChat.ts'

afterEach(() => vi.unstubAllGlobals())

const parseChannels = (data: unknown) => Object(data).channels as unknown
const channels = { channels: [{ id: '7', transport: 'wapi', state: 'active' }] }

test('is a client in every field, and has the state of a page with nothing unanswered', async () => {
  const chat = createTestChat()
  expectTypeOf<TestChat>().toExtend<ChatClient>()
  expect(chat.unanswered.getState()).toMatchObject({ status: 'live', count: 0, tone: null })
  expect(chat.capabilities.getState()).toContain('window')
  expect(await chat.session()).toMatchObject({ user: { id: '7', name: 'Ann Reyes' }, capabilities: expect.any(Array) })
})

test.each([
  [5, { status: 'live', count: 5, tone: 'red' }],
  [0, { status: 'live', count: 0, tone: null }],
  [
    { count: 5, status: 'stale', tone: 'grey', at: '2026-05-06T07:08:09Z' },
    { status: 'stale', count: 5, tone: 'grey' },
  ],
  ['unknown', { status: 'connecting' }],
  [{ error: 'unauthenticated' }, { status: 'error', code: 'unauthenticated' }],
] as const)('has the number %j from the beginning and when it is set later', (unanswered, state) => {
  expect(createTestChat({ unanswered }).unanswered.getState()).toMatchObject(state)
  const chat = createTestChat()
  const seen: unknown[] = []
  chat.unanswered.subscribe((next) => seen.push(next))
  chat.set({ unanswered })
  expect(seen).toMatchObject([state])
  chat.set({ capabilities: ['unanswered'] })
  expect(chat.unanswered.getState()).toMatchObject(state)
  expect(chat.capabilities.getState()).toEqual(['unanswered'])
})

test('answers each operation as set, records it, and sends nothing', async () => {
  const send = vi.fn()
  vi.stubGlobal('fetch', send)
  const chat = createTestChat({
    answers: { channels, channel: ({ path }) => ({ id: path, transport: 'x', state: 'off' }) },
  })
  expect(await chat.request({ operation: 'channels', parse: parseChannels })).toEqual(channels.channels)
  const one = await chat.request({ operation: 'channel', path: 'channels/7', parse: (data) => data })
  expect(one).toMatchObject({ id: 'channels/7' })
  expect(await chat.openWindow({ scope: 'global' })).toMatchObject({ origin: 'https://chats.example' })
  expect(chat.calls).toEqual([
    { operation: 'channels', path: 'channels' },
    { operation: 'channel', path: 'channels/7' },
    { operation: 'window', path: 'window', body: { scope: 'global' } },
  ])
  expect(send).not.toHaveBeenCalled()
})

test('answers with a copy, so that no component can change what a test has set', async () => {
  const chat = createTestChat({ answers: { channels } })
  const body = await chat.request({ operation: 'channels', parse: (data) => data })
  Object(body).channels.length = 0
  expect(channels.channels).toHaveLength(1)
})

test.each([
  [{ error: 'forbidden' }, { code: 'forbidden', retryable: false }],
  [
    { error: 'busy', retryAfterMs: 500, requestId: 'r1' },
    { code: 'busy', retryable: true, retryAfterMs: 500, requestId: 'r1' },
  ],
  [{ error: 'rate_limited' }, { code: 'rate_limited', retryable: true }],
  [{ error: 'network' }, { code: 'network', retryable: true }],
  [{ error: 'upstream_auth' }, { code: 'upstream_auth', retryable: false }],
  [{ error: 'frame_refused' }, { code: 'frame_refused', retryable: false }],
  [
    { error: 'internal', retryable: false },
    { code: 'internal', retryable: false },
  ],
] as const)('fails with %j as the proxy would', async (error, data) => {
  const chat = createTestChat({ answers: { channels: error } })
  const failed = chat.request({ operation: 'channels', parse: parseChannels })
  await expect(failed).rejects.toMatchObject({ name: 'ChatError', ...data })
})

test('names the answer that a test has forgotten, and rejects one that the parser does not accept', async () => {
  const chat = createTestChat()
  const parse = (): undefined => undefined
  await expect(chat.request({ operation: 'templates', parse })).rejects.toThrow('answers: { templates: … }')
  chat.set({ answers: { templates: { templates: [] } } })
  await expect(chat.request({ operation: 'templates', parse })).rejects.toMatchObject({ code: 'invalid_answer' })
})

test('ends a request that is aborted, and all of them when it is closed', async () => {
  const chat = createTestChat({ answers: { channels: () => new Promise(() => undefined) } })
  const aborting = new AbortController()
  const aborted = chat.request({ operation: 'channels', parse: parseChannels, signal: aborting.signal })
  const closed = chat.request({ operation: 'channels', parse: parseChannels })
  aborting.abort(new Error('Enough'))
  await expect(aborted).rejects.toThrow('Enough')
  chat.close()
  await expect(closed).rejects.toMatchObject({ name: 'AbortError' })
  expect(chat.unanswered.getState()).toEqual({ status: 'idle' })
})

test('passes live events on', () => {
  const chat = createTestChat()
  const seen: unknown[] = []
  chat.events.subscribe((event) => seen.push(event))
  chat.send({ name: 'channel', data: channels })
  expect(seen).toEqual([{ name: 'channel', data: channels }])
})

test('has a clock that stands still until it is advanced', () => {
  const { clock, now } = createTestChat()
  const ran: string[] = []
  clock.after(20, () => ran.push('second'))
  clock.after(10, () => {
    ran.push('first')
    clock.after(5, () => ran.push('its own'))
  })
  const cancel = clock.after(10, () => ran.push('cancelled'))
  cancel()
  const before = now()
  clock.advance(19)
  expect(ran).toEqual(['first', 'its own'])
  clock.advance(1)
  expect(ran).toEqual(['first', 'its own', 'second'])
  expect(now() - before).toBe(20)
})

test('rejects values of other types than the client has', () => {
  // @ts-expect-error: no such state.
  createTestChat({ window: 'open' })
  // @ts-expect-error: no such code.
  createTestChat({ unanswered: { error: 'tired' } })
  // @ts-expect-error: not the body of that operation.
  createTestChat({ answers: { channels: { templates: [] } } })
})

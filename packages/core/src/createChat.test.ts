import { expect, test, vi } from 'vitest'
import { errorAnswer, openWorld } from '../test/openWorld.ts'
import { ChatError } from './ChatError.ts'
import { createChat } from './createChat.ts'

const global = { scope: 'global' } as const

async function errorOf(promise: Promise<unknown>): Promise<ChatError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ChatError)
  return error as ChatError // Checked in the line above.
}

test('opens a window with a JSON body, the header no foreign page can set, and no user', async () => {
  const world = openWorld()
  const chats = [{ chatType: 'whatsapp', chatId: '79998887766', name: 'Ann' } as const]
  const link = await createChat({ endpoint: `${world.endpoint}/` }).openWindow({ scope: 'card', chats })
  expect(link).toEqual({ url: expect.stringContaining('secret-1'), origin: world.origin, expiresAt: null })
  const { requests } = await world.see()
  expect(requests).toMatchObject([
    { operation: 'window', method: 'POST', body: JSON.stringify({ scope: 'card', chats }) },
  ])
  expect(requests[0]?.headers).toMatchObject({ 'x-crm-chat': '1', 'content-type': 'application/json' })
})

test('sends any operation, parses its response, and rejects one that is not the proxy’s', async () => {
  const world = openWorld()
  const chat = createChat({ endpoint: world.endpoint })
  await world.set({ answers: { channels: { status: 200, body: '{"channels":[]}' } } })
  const parse = (data: unknown) => (Array.isArray(Object(data).channels) ? 'a list' : undefined)
  expect(await chat.request({ operation: 'channels', parse })).toBe('a list')
  const body = { transport: 'wapi' }
  const created = await errorOf(chat.request({ operation: 'createChannel', path: 'channels/new', body, parse }))
  expect(created.code).toBe('not_found')
  await world.set({ answers: { channels: { status: 200, body: '{}' } } })
  expect((await errorOf(chat.request({ operation: 'channels', parse }))).code).toBe('invalid_answer')
  expect((await world.see()).requests.map(({ operation, method }) => `${method} ${operation}`)).toEqual([
    'GET channels',
    'POST /channels/new',
    'GET channels',
  ])
})

test('tells of live events while the number is watched, a new stream included', async () => {
  const world = openWorld()
  const chat = createChat({ endpoint: world.endpoint })
  const seen: unknown[] = []
  chat.events.subscribe((event) => seen.push(event))
  const stop = chat.unanswered.subscribe(() => undefined)
  await vi.waitFor(() => expect(chat.unanswered.getState()).toMatchObject({ status: 'live' }), 45_000)
  await world.send('channel', { any: 'shape' })
  await vi.waitFor(() => expect(seen).toHaveLength(2), 45_000)
  expect(seen).toEqual([
    { name: 'session', data: { userId: '7', serverTime: expect.any(String) } },
    { name: 'channel', data: { any: 'shape' } },
  ])
  stop()
  chat.close()
})

test('reads the session', async () => {
  const session = await createChat({ endpoint: openWorld().endpoint }).session()
  expect(session.user).toEqual({ id: '7', name: 'Ann' })
})

test('reads the session of a newer proxy, with a messenger and a capability that are not known yet', async () => {
  const world = openWorld()
  const session = {
    user: { id: '7', name: 'Ann', roles: ['admin'] },
    vendor: 'pigeons',
    chatTypes: ['whatsapp', 'pigeon'],
    capabilities: ['window', 'telepathy'],
    serverTime: '2026-01-02T03:04:05.000Z',
    theme: 'dark',
  }
  await world.set({ answers: { session: { status: 200, body: JSON.stringify(session) } } })
  const chat = createChat({ endpoint: world.endpoint })
  expect(await chat.session()).toMatchObject({
    chatTypes: ['whatsapp', 'pigeon'],
    capabilities: ['window', 'telepathy'],
  })
  expect(chat.capabilities.getState()).toEqual(['window', 'telepathy'])
})

test('requests the session once for all subscribers to what the proxy offers', async () => {
  const world = openWorld()
  const chat = createChat({ endpoint: world.endpoint })
  expect(chat.capabilities.getState()).toBeUndefined()
  await new Promise((resolve) => {
    chat.capabilities.subscribe(resolve)
    chat.capabilities.subscribe(() => undefined)
  })
  chat.capabilities.subscribe(() => undefined)
  expect(chat.capabilities.getState()).toEqual(['window', 'cardWindow', 'unanswered', 'events'])
  expect((await world.see()).requests.map(({ operation }) => operation)).toEqual(['session'])
})

test('requests the session again for a new subscriber after a failure', async () => {
  const world = openWorld()
  await world.set({ answers: { session: errorAnswer(503, { code: 'upstream_unavailable', retryable: true }) } })
  const chat = createChat({ endpoint: world.endpoint })
  chat.capabilities.subscribe(() => undefined)
  await vi.waitFor(async () => expect((await world.see()).requests).toHaveLength(1), 45_000)
  await world.set({ answers: {} })
  await vi.waitFor(() => {
    chat.capabilities.subscribe(() => undefined)
    expect(chat.capabilities.getState()).toContain('window')
  }, 45_000)
})

test('lets the proxy decide about a window while it is not known what it offers', async () => {
  const world = openWorld()
  await world.set({ capabilities: [] })
  expect(await createChat({ endpoint: world.endpoint }).openWindow(global)).toMatchObject({ origin: world.origin })
})

test.each([
  [400, 'invalid_request'],
  [401, 'unauthenticated'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [409, 'invalid_request'],
  [429, 'rate_limited'],
  [502, 'internal'],
])("reads a newer proxy's unknown code with the status %d as %s, and keeps its other fields", async (status, code) => {
  const world = openWorld()
  const answer = errorAnswer(status, { code: 'brand_new', retryable: true, retryAfterMs: 1200 })
  await world.set({ answers: { window: answer } })
  const error = await errorOf(createChat({ endpoint: world.endpoint }).openWindow(global))
  expect(error).toMatchObject({ code, retryable: true, retryAfterMs: 1200, requestId: 'r1' })
  expect(error.message).toContain('brand_new')
})

test("passes on the proxy's error with all its fields", async () => {
  const world = openWorld()
  const answer = errorAnswer(429, { code: 'rate_limited', retryable: true, retryAfterMs: 1200 })
  await world.set({ answers: { window: answer } })
  const error = await errorOf(createChat({ endpoint: world.endpoint }).openWindow(global))
  expect(error).toMatchObject({ code: 'rate_limited', retryable: true, retryAfterMs: 1200, requestId: 'r1' })
  expect(error.message).toContain('said the test')
})

test.each([
  [401, 'unauthenticated', false],
  [403, 'forbidden', false],
  [404, 'not_found', false],
  [429, 'rate_limited', true],
  [503, 'network', true],
  [418, 'invalid_answer', false],
])('reads a %d page of a server in front of the proxy as %s', async (status, code, retryable) => {
  const world = openWorld()
  await world.set({ answers: { window: { status, body: '<h1>No</h1>', contentType: 'text/html' } } })
  const error = await errorOf(createChat({ endpoint: world.endpoint }).openWindow(global))
  expect(error).toMatchObject({ code, retryable })
})

test.each([
  ['JSON of another shape', '{"url":7}', 'application/json'],
  [
    'a link that is not a web address',
    '{"url":"javascript:alert(1)","origin":"null","expiresAt":null}',
    'application/json',
  ],
])('refuses %s in place of a link', async (_what, body, contentType) => {
  const world = openWorld()
  await world.set({ answers: { window: { status: 200, body, contentType } } })
  const error = await errorOf(createChat({ endpoint: world.endpoint }).openWindow(global))
  expect(error).toMatchObject({ code: 'invalid_answer', retryable: false })
})

test.each(['text/html', 'text/html; charset=utf-8'])(
  'reads a page of %s in place of a response as signed out',
  async (contentType) => {
    const world = openWorld()
    const page = { status: 200, body: '<form>', contentType }
    await world.set({ answers: { window: page, session: page } })
    const chat = createChat({ endpoint: world.endpoint })
    const signedOut = { code: 'unauthenticated', retryable: false }
    expect(await errorOf(chat.openWindow(global))).toMatchObject(signedOut)
    expect(await errorOf(chat.session())).toMatchObject(signedOut)
  },
)

test('refuses a link whose origin is not the one the proxy names, without revealing the link', async () => {
  const world = openWorld()
  await world.set({ origin: 'https://elsewhere.example' })
  const error = await errorOf(createChat({ endpoint: world.endpoint }).openWindow(global))
  expect(error.code).toBe('invalid_answer')
  expect(`${error.stack}${JSON.stringify(error)}`).not.toContain('secret-1')
})

test.each([
  [{ scope: 'card', chats: [] }, 'chats'],
  [{ scope: 'card', chats: [{ chatType: 'pigeon', chatId: '7' }] }, 'chats.0.chatType'],
  [{ scope: 'all' }, 'scope'],
])('passes on what the proxy says of %j', async (request, place) => {
  const chat = createChat({ endpoint: openWorld().endpoint })
  const error = await errorOf(chat.openWindow(request as never)) // Plain JavaScript may send anything.
  expect(error).toMatchObject({ code: 'invalid_request', retryable: false })
  expect(error.message).toContain(`In ${place}: `)
})

test('reports a failed network when no server responds', async () => {
  const error = await errorOf(createChat({ endpoint: 'http://127.0.0.1:1/chat' }).openWindow(global))
  expect(error).toMatchObject({ code: 'network', retryable: true })
})

test('gives up on a response that does not arrive', async () => {
  const world = openWorld()
  await world.set({ answers: { window: { status: 200, body: '', hangs: true } } })
  const error = await errorOf(createChat({ endpoint: world.endpoint, timeoutMs: 50 }).openWindow(global))
  expect(error).toMatchObject({ code: 'network', retryable: true })
  expect(error.message).toContain('50 ms')
})

test("rejects with the caller's own reason when the caller aborts", async () => {
  const world = openWorld()
  await world.set({ answers: { window: { status: 200, body: '', hangs: true } } })
  const reason = new Error('left the page')
  const aborter = new AbortController()
  const opening = createChat({ endpoint: world.endpoint }).openWindow(global, { signal: aborter.signal })
  aborter.abort(reason)
  await expect(opening).rejects.toBe(reason)
})

test('ends open requests when it is closed, and makes no more', async () => {
  const world = openWorld()
  await world.set({ answers: { window: { status: 200, body: '', hangs: true } } })
  const chat = createChat({ endpoint: world.endpoint })
  const opening = chat.openWindow(global)
  chat.close()
  await expect(opening).rejects.toMatchObject({ name: 'AbortError' })
  await expect(chat.session()).rejects.toMatchObject({ name: 'AbortError' })
})

test("returns the time of the server's clock once the server has responded", async () => {
  const world = openWorld()
  const hour = 3_600_000
  await world.set({ clockOffsetMs: 9 * hour })
  const chat = createChat({ endpoint: world.endpoint })
  expect(Math.abs(chat.now() - Date.now())).toBeLessThan(hour)
  await chat.session()
  expect(chat.now() - Date.now()).toBeGreaterThan(8 * hour)
})

import { errorBodySchema } from '@crm-chat/protocol'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createFakeClock } from '../../test/createFakeClock.ts'
import { createLog } from '../../test/createLog.ts'
import { identifyByCookie } from '../../test/identifyByCookie.ts'
import { post } from '../../test/requests.ts'
import { respondWithLink, startUpstream, type Upstream, type UpstreamRequest } from '../../test/startUpstream.ts'
import { wazzupV2 } from '../backends/wazzup-v2/backend.ts'
import { type ChatProxy, createChatProxy } from '../createChatProxy.ts'
import type { ChatProxyOptions } from '../parseOptions.ts'

const ivan = { chatType: 'whatsapp', chatId: '79998887766' } as const
const olga = { chatType: 'telegram', chatId: 'olga' } as const

let upstream: Upstream

beforeAll(async () => {
  upstream = await startUpstream()
  upstream.onRequest(respondWithLink)
})

beforeEach(() => {
  upstream.requests.length = 0
})

afterAll(() => upstream.close())

function setUp(options: Partial<ChatProxyOptions> = {}): ChatProxy {
  return createChatProxy({
    backend: wazzupV2({ apiKey: 'key', baseUrl: upstream.url }),
    identify: identifyByCookie,
    ...options,
  })
}

async function refusalOf(response: Response): Promise<{ code: string; message: string }> {
  return errorBodySchema.parse(await response.json()).error
}

/** Requests for windows; the list of channels is read meanwhile. */
const windowRequests = (): UpstreamRequest[] => upstream.requests.filter(({ url }) => url === '/v2/iframe')

function sent(): unknown[] {
  return windowRequests().map((request) => JSON.parse(request.body))
}

describe('a window of all chats', () => {
  it('is the session’s user’s', async () => {
    const response = await setUp().fetch(post('/chat/window', { scope: 'global' }))
    expect(response.status).toBe(200)
    expect(sent()).toEqual([{ user: { id: '1', name: 'Ann Lee' }, scope: 'global' }])
  })

  it('opens an active chat only where the CRM allows it', async () => {
    const request = { scope: 'global', activeChat: ivan }
    expect(await refusalOf(await setUp().fetch(post('/chat/window', request)))).toMatchObject({ code: 'forbidden' })
    expect(sent()).toEqual([])
    await setUp({ authorizeChats: () => true }).fetch(post('/chat/window', request))
    expect(sent()).toMatchObject([{ scope: 'global', activeChat: ivan }])
  })
})

describe('windows without end', () => {
  it('are refused: each user has a limit per minute, and learns when it ends', async () => {
    const clock = createFakeClock(Date.UTC(2030, 0, 1, 12, 0, 15))
    const proxy = setUp({ clock, limits: { windowsPerMinute: 2 } })
    const open = (cookie = 'session=ann') => proxy.fetch(post('/chat/window', { scope: 'global' }, { cookie }))
    await open()
    await open()
    const refused = await open()
    expect(refused.headers.get('retry-after')).toBe('60')
    expect(await refusalOf(refused)).toMatchObject({ code: 'rate_limited', retryable: true, retryAfterMs: 60_000 })
    expect((await open('session=bob')).status).toBe(200)
    expect(windowRequests()).toHaveLength(3)
    clock.advance(60_000)
    expect((await open()).status).toBe(200)
  })
})

describe('a window of a card’s chats', () => {
  const card = { scope: 'card', chats: [{ ...ivan, name: 'Ivan' }], activeChat: olga }

  it('is authorized with every chat it would show, the active one too', async () => {
    const calls: unknown[] = []
    const proxy = setUp({ authorizeChats: (parameters) => calls.push(parameters) > 0 })
    expect((await proxy.fetch(post('/chat/window', card))).status).toBe(200)
    expect(calls).toEqual([
      { user: { id: '1', name: 'Ann Lee' }, chats: [{ ...ivan, name: 'Ivan' }, olga], access: 'read' },
    ])
    expect(sent()).toEqual([
      { user: { id: '1', name: 'Ann Lee' }, scope: 'card', filter: [{ ...ivan, name: 'Ivan' }], activeChat: olga },
    ])
  })

  it.each([
    ['no hook', undefined],
    ['false', () => false],
    ['a promise of false', async () => false],
    ['nothing', () => undefined],
    ['1', () => 1],
    ['"true"', () => 'true'],
    ['an object', () => ({ allowed: true })],
  ])('is forbidden where the CRM’s hook returns %s', async (_, hook) => {
    // Hooks in JavaScript return anything.
    const options = hook ? { authorizeChats: hook as NonNullable<ChatProxyOptions['authorizeChats']> } : {}
    expect(await refusalOf(await setUp(options).fetch(post('/chat/window', card)))).toMatchObject({ code: 'forbidden' })
    expect(sent()).toEqual([])
  })

  it.each([
    ['is missing', undefined, /authorizeChats is missing/, undefined],
    ['returns an object', () => ({ allowed: true }), /not true/, 'a object'],
    ['returns 1', () => 1, /not true/, 'a number'],
  ])('is explained in the log once where the CRM’s hook %s', async (_, hook, message, reason) => {
    const log = createLog()
    const options = hook ? { authorizeChats: hook as unknown as NonNullable<ChatProxyOptions['authorizeChats']> } : {}
    const proxy = setUp({ ...options, logger: log })
    for (let time = 0; time < 3; time += 1) await proxy.fetch(post('/chat/window', card))
    expect(log.lines).toMatchObject([
      { level: 'warn', message, fields: { operation: 'window', ...(reason ? { reason } : {}) } },
    ])
  })

  it('is refused without a line where the CRM’s hook returns false', async () => {
    const log = createLog()
    await setUp({ authorizeChats: () => false, logger: log }).fetch(post('/chat/window', card))
    expect(log.lines).toEqual([])
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('database is away')
      },
    ],
    ['rejects', () => Promise.reject(new Error('database is away'))],
  ])('is not opened where the CRM’s hook %s, and the log has the reason', async (_, authorizeChats) => {
    const log = createLog()
    const response = await setUp({ authorizeChats, logger: log }).fetch(post('/chat/window', card))
    const { code, message } = await refusalOf(response)
    expect(code).toBe('internal')
    expect(message).not.toContain('database')
    expect(log.lines).toMatchObject([{ level: 'error', fields: { operation: 'window', reason: /database is away/ } }])
    expect(sent()).toEqual([])
  })

  it('is not opened where the CRM’s hook never returns', async () => {
    const clock = createFakeClock()
    let handleCall = (): void => {}
    const called = new Promise<void>((resolve) => {
      handleCall = resolve
    })
    const proxy = setUp({
      clock,
      authorizeChats: () => {
        handleCall()
        return new Promise(() => {})
      },
    })
    const response = proxy.fetch(post('/chat/window', card))
    await called
    clock.advance(2_000)
    expect(await refusalOf(await response)).toMatchObject({ code: 'internal' })
    expect(sent()).toEqual([])
  })
})

describe('a body that the operation refuses', () => {
  it.each([
    ['no object', [], /type object/],
    ['null', 'null', /type object/],
    ['not JSON', '{scope}', /not JSON/],
    ['no scope', {}, /scope/],
    ['an unknown scope', { scope: 'all' }, /scope/],
    ['a user', { scope: 'global', user: { id: '2' } }, /unknown field "user"/],
    ['a userId', { scope: 'global', userId: '2' }, /unknown field "userId"/],
    ['a card without chats', { scope: 'card' }, /chats/],
    ['a card with no chat', { scope: 'card', chats: [] }, /chats: must have at least 1/],
    ['101 chats', { scope: 'card', chats: Array(101).fill(ivan) }, /chats: must have at most 100/],
    ['chats of a global window', { scope: 'global', chats: [ivan] }, /unknown field "chats"/],
    [
      'a field within a chat',
      { scope: 'card', chats: [{ ...ivan, userId: '2' }] },
      /unknown field "userId" in chats\.0/,
    ],
    [
      'a number for a chatId',
      { scope: 'card', chats: [{ ...ivan, chatId: 7 }] },
      /chats\.0\.chatId: must be of type string/,
    ],
    ['a messenger of no vendor', { scope: 'card', chats: [{ ...ivan, chatType: 'icq' }] }, /chats\.0\.chatType/],
    ['a messenger of another vendor', { scope: 'card', chats: [{ ...ivan, chatType: 'viber' }] }, /chats\.0.*chatType/],
    ['a plus sign', { scope: 'card', chats: [{ ...ivan, chatId: '+79998887766' }] }, /digits only/],
    [
      'two chats at fault, of which the first is named',
      { scope: 'card', chats: [olga, { ...ivan, chatId: '+7' }, { ...ivan, chatId: '+8' }] },
      /^In chats\.1: chatId: [^;]*digits only\.$/,
    ],
    [
      'an active chat of another vendor',
      { scope: 'global', activeChat: { ...ivan, chatType: 'viber' } },
      /^In activeChat: chatType: must be one of whatsapp, /,
    ],
    [
      'an active chat with a plus sign',
      { scope: 'global', activeChat: { ...ivan, chatId: '+79998887766' } },
      /^In activeChat: chatId: .*digits only\.$/,
    ],
    ['a list for an active chat', { scope: 'global', activeChat: [ivan] }, /activeChat/],
  ])('is refused with the field’s name: %s', async (_, body, expected) => {
    const response = await setUp({ authorizeChats: () => true }).fetch(post('/chat/window', body))
    expect(response.status).toBe(400)
    expect(await refusalOf(response)).toMatchObject({
      code: 'invalid_request',
      message: expect.stringMatching(expected),
    })
    expect(sent()).toEqual([])
  })

  it('is refused when it is larger than 64 KB', async () => {
    const response = await setUp().fetch(post('/chat/window', `{"scope":"global"${' '.repeat(65_536)}}`))
    expect(response.status).toBe(413)
    expect(await refusalOf(response)).toMatchObject({ code: 'too_large' })
  })

  it('is refused without harm when it is nested 30,000 deep', async () => {
    const deep = `{"scope":"global","activeChat":${'['.repeat(30_000)}${']'.repeat(30_000)}}`
    expect((await setUp().fetch(post('/chat/window', deep))).status).toBe(400)
  })

  it('is read only for a user', async () => {
    const response = await setUp().fetch(post('/chat/window', 'not JSON', { cookie: 'session=none' }))
    expect(response.status).toBe(401)
  })
})

describe('a field that a body has twice', () => {
  it.each([
    ['activeChat', '{"scope":"global","activeChat":FIRST,"activeChat":SECOND}'],
    ['chatId', '{"scope":"global","activeChat":{"chatType":"whatsapp","chatId":"1","chatId":"79998887766"}}'],
    ['a list of chats', '{"scope":"card","chats":[FIRST],"chats":[SECOND]}'],
    ['a name in escapes', '{"scope":"global","activeChat":FIRST,"\\u0061ctiveChat":SECOND}'],
  ])('has one meaning, for the CRM and for the vendor: %s', async (_, text) => {
    const asked: unknown[] = []
    const authorizeChats = ({ chats }: { chats: unknown[] }): boolean => asked.push(...chats) > 0
    const body = text.replace('FIRST', toJson(olga)).replace('SECOND', toJson(ivan))
    expect((await setUp({ authorizeChats }).fetch(post('/chat/window', body))).status).toBe(200)
    expect(asked).toEqual([ivan])
    const [{ activeChat, filter }] = sent() as [{ activeChat?: unknown; filter?: unknown[] }] // As the vendor's client wrote it.
    expect(activeChat ?? filter?.[0]).toEqual(ivan)
  })
})

describe('whatever a browser adds', () => {
  const names = fc.oneof(
    fc.constantFrom(
      'user',
      'userId',
      'user_id',
      'User',
      'USER',
      'id',
      'name',
      'apiKey',
      'filter',
      '__proto__',
      'constructor',
    ),
    fc.string(),
  )
  const values = fc.oneof(
    fc.constant({ id: '2', name: 'Bob Ray' }),
    fc.constant(['2']),
    fc.constant('2'),
    fc.jsonValue(),
  )
  const extras = fc.dictionary(names, values, { noNullPrototype: false, maxKeys: 4 })
  const valid = [
    { scope: 'global' },
    { scope: 'global', activeChat: ivan },
    { scope: 'card', chats: [ivan], activeChat: ivan },
  ]
  const places = fc.constantFrom('body', 'activeChat', 'chats', 'list', 'query', 'headers')

  it('never changes whose window the vendor opens', async () => {
    const proxy = setUp({ authorizeChats: () => true, limits: { windowsPerMinute: 1_000 } })
    let opened = 0
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...valid), extras, places, async (body, extra, place) => {
        upstream.requests.length = 0
        await proxy.fetch(spoil({ body, extra, place }))
        for (const request of sent()) expect(request).toMatchObject({ user: { id: '1', name: 'Ann Lee' } })
        expect(windowRequests().length).toBeLessThanOrEqual(1)
        opened += windowRequests().length
        expect(Object.keys(Object.prototype)).toEqual([])
      }),
      { numRuns: 300 },
    )
    expect(opened).toBeGreaterThan(0) // Otherwise nothing was proved.
  })
})

/** Puts more than the operation takes into one place of a request; duplicate names are in the text itself. */
function spoil({ body, extra, place }: { body: Record<string, unknown>; extra: object; place: string }): Request {
  const added = toJson(extra)
  if (place === 'query') return post(`/chat/window?user=2&userId=2&${encodeURIComponent(added)}`, body)
  if (place === 'headers')
    return post('/chat/window', body, { 'x-user-id': '2', 'x-crm-user': '2', 'x-forwarded-user': '2' })
  if (place === 'list') return post('/chat/window', `[${toJson(body)},${added}]`)
  if (place === 'body') return post('/chat/window', merge(toJson(body), added))
  const inner = place === 'chats' ? `[${merge(toJson(ivan), added)}]` : merge(toJson(ivan), added)
  return post('/chat/window', merge(toJson(body), `{"${place}":${inner}}`))
}

function toJson(value: unknown): string {
  return JSON.stringify(value) ?? 'null'
}

/** One object's text with another's fields behind, doubled names and all. */
function merge(first: string, second: string): string {
  return second === '{}' ? first : `${first.slice(0, -1)},${second.slice(1)}`
}

import { type ErrorCode, errorBodySchema, errorStatuses, isErrorCode } from '@crm-chat/protocol'
import { describe, expect, it } from 'vitest'
import { createScriptedBackend } from '../test/createScriptedBackend.ts'
import { identifyByCookie } from '../test/identifyByCookie.ts'
import { crmUrl, get, pageHeaders, post } from '../test/requests.ts'
import { createChatProxy } from './createChatProxy.ts'

const proxy = createChatProxy({
  backend: createScriptedBackend(),
  identify: identifyByCookie,
  allowedOrigins: ['https://app.example.org'],
})
const body = { scope: 'global' }

async function refusalOf(request: Request): Promise<ErrorCode> {
  const response = await proxy.fetch(request)
  const { error } = errorBodySchema.parse(await response.json())
  if (!isErrorCode(error.code)) throw new Error(`The contract does not know the code ${error.code}.`)
  expect(response.status).toBe(errorStatuses[error.code])
  expect(response.headers.get('x-request-id')).toBe(error.requestId)
  return error.code
}

function without(request: Request, ...names: string[]): Request {
  for (const name of names) request.headers.delete(name)
  return request
}

describe('every response', () => {
  it.each([
    ['success', get('/chat/session')],
    ['refusal', get('/chat/nothing')],
    ['stream', get('/chat/events')],
  ])('is for one user and one page only: %s', async (_, request) => {
    const response = await proxy.fetch(request)
    expect(response.headers.get('cache-control')).toMatch(/^no-store/)
    expect(response.headers.get('vary')).toBe('origin, sec-fetch-site')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    await response.body?.cancel()
  })

  it('carries an id of its own, whatever id the request has', async () => {
    const response = await proxy.fetch(get('/chat/session', { 'x-request-id': 'mine' }))
    expect(response.headers.get('x-request-id')).not.toBe('mine')
  })
})

describe('a path without an operation', () => {
  it.each([
    '/',
    '/chat',
    '/chat/',
    '/chat/session//',
    '//chat/session',
    '/chat//session',
    '/chat/Session',
    '/chat/%73ession',
    '/chat/constructor',
    '/chat/__proto__',
    '/chat/..%2fsession',
    '/chat/session%00',
    '/chatty/session',
    '/v2/iframe',
  ])('is not found: %s', async (path) => {
    expect(await refusalOf(get(path))).toBe('not_found')
  })
})

describe('a method that the operation does not have', () => {
  it.each([
    ['POST', '/chat/session'],
    ['GET', '/chat/window'],
    ['HEAD', '/chat/window'],
    ['HEAD', '/chat/events'],
    ['OPTIONS', '/chat/window'],
    ['PUT', '/chat/window'],
    ['DELETE', '/chat/window'],
  ])('is refused: %s %s', async (method, path) => {
    const response = await proxy.fetch(new Request(crmUrl + path, { method, headers: pageHeaders }))
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toMatch(/^(GET|GET, HEAD|POST)$/)
  })
})

describe('a POST', () => {
  it('of our own page passes', async () => {
    expect((await proxy.fetch(post('/chat/window', body))).status).toBe(200)
  })

  it('of an allowed origin passes', async () => {
    const headers = { origin: 'https://app.example.org', 'sec-fetch-site': 'cross-site' }
    expect((await proxy.fetch(post('/chat/window', body, headers))).status).toBe(200)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp', 'text/json'])(
    'declared as %s is refused',
    async (type) => {
      expect(await refusalOf(post('/chat/window', body, { 'content-type': type }))).toBe('unsupported_media_type')
    },
  )

  it.each(['application/json; charset=utf-8', 'Application/JSON', 'application/json ;charset=utf-8'])(
    'declared as %s passes',
    async (type) => {
      expect((await proxy.fetch(post('/chat/window', body, { 'content-type': type }))).status).toBe(200)
    },
  )

  it('without any type is refused', async () => {
    expect(await refusalOf(without(post('/chat/window', body), 'content-type'))).toBe('unsupported_media_type')
  })

  it('without our header is refused, as a foreign form or beacon has none', async () => {
    expect(await refusalOf(without(post('/chat/window', body), 'x-crm-chat'))).toBe('foreign_origin')
    expect(await refusalOf(post('/chat/window', body, { 'x-crm-chat': 'true' }))).toBe('foreign_origin')
  })

  it.each([
    ['https://evil.com', 'cross-site'],
    ['https://evil.com', 'same-origin'],
    ['null', 'cross-site'],
    [crmUrl, 'same-site'],
    [crmUrl, 'none'],
  ])('from %s, %s is refused', async (origin, site) => {
    expect(await refusalOf(post('/chat/window', body, { origin, 'sec-fetch-site': site }))).toBe('foreign_origin')
  })
})

describe('a GET', () => {
  it.each(['/chat/session', '/chat/unanswered', '/chat/events'])('of a foreign page is refused: %s', async (path) => {
    expect(await refusalOf(get(path, { 'sec-fetch-site': 'cross-site' }))).toBe('foreign_origin')
    expect(await refusalOf(get(path, { origin: 'https://evil.com' }))).toBe('foreign_origin')
  })

  it('that a user typed passes', async () => {
    expect((await proxy.fetch(get('/chat/session', { 'sec-fetch-site': 'none' }))).status).toBe(200)
  })
})

describe('the query', () => {
  it.each(['?userId=2', '?user=2&user=1', '?userId=1&userId=2', '?user[id]=2', '?__proto__[id]=2'])(
    'changes nothing: %s',
    async (query) => {
      const session = await (await proxy.fetch(get(`/chat/session${query}`))).json()
      expect(session).toMatchObject({ user: { id: '1' } })
    },
  )
})

describe('a HEAD request', () => {
  it('is responded to as a GET, without a body', async () => {
    const response = await proxy.fetch(new Request(`${crmUrl}/chat/session`, { method: 'HEAD', headers: pageHeaders }))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.text()).toBe('')
  })
})

describe('a request that cannot be read', () => {
  it('gets an error, and nothing is thrown', async () => {
    const used = post('/chat/window', body)
    await used.text()
    expect(await refusalOf(used)).toBe('internal')
    const hostile = {
      get url(): string {
        throw new Error('no')
      },
    } as Request
    expect((await proxy.fetch(hostile)).status).toBe(500)
  })
})

describe('the mount', () => {
  it('may be followed by one slash, which some frameworks add', async () => {
    expect((await proxy.fetch(get('/chat/session/'))).status).toBe(200)
    expect((await proxy.fetch(post('/chat/window/?a=1', body))).status).toBe(200)
  })

  it('may be anywhere', async () => {
    const elsewhere = createChatProxy({
      backend: createScriptedBackend(),
      identify: identifyByCookie,
      basePath: '/api/v1/chat',
    })
    expect((await elsewhere.fetch(get('/api/v1/chat/session'))).status).toBe(200)
    expect((await elsewhere.fetch(get('/chat/session'))).status).toBe(404)
  })
})

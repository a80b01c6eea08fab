import type { ErrorCode } from '@crm-chat/protocol'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type ChatProxy, createChatProxy } from '../../src/createChatProxy.ts'
import { OperationError } from '../../src/errors.ts'
import { attachSocketIo } from '../../src/node/attachSocketIo.ts'
import { toNode } from '../../src/node/toNode.ts'
import type { ChatProxyOptions } from '../../src/parseOptions.ts'
import { createScriptedBackend } from '../createScriptedBackend.ts'
import { identifyByCookie } from '../identifyByCookie.ts'
import { get, post } from '../requests.ts'
import { type RunningServer, startServer } from '../startServer.ts'

const app = 'https://app.example.org'
const scripted = createScriptedBackend()
let proxies: ChatProxy[]

beforeEach(() => {
  proxies = []
})

afterEach(() => Promise.all(proxies.map((proxy) => proxy.close())))

function setUp(options: Partial<ChatProxyOptions> = {}): ChatProxy {
  const proxy = createChatProxy({ backend: scripted, identify: identifyByCookie, allowedOrigins: [app], ...options })
  proxies.push(proxy)
  return proxy
}

/** A vendor that fails in this way. */
function failing(code: ErrorCode): Partial<ChatProxyOptions> {
  const create = (): never => {
    throw new OperationError({ code, message: 'no', retryAfterMs: 1_000 })
  }
  return { backend: { ...scripted, windows: { ...scripted.windows, create } } }
}

const open = (): Request => post('/chat/window', { scope: 'global' })
const broken = (): never => {
  throw new Error('no session store')
}

it.each<[number, string, Request, Partial<ChatProxyOptions>]>([
  [200, 'a session', get('/chat/session'), {}],
  [200, 'a link', open(), {}],
  [200, 'a stream', get('/chat/events'), {}],
  [
    200,
    'a response to a page of another origin',
    get('/chat/session', { origin: app, 'sec-fetch-site': 'cross-site' }),
    {},
  ],
  [
    204,
    'a preflight',
    new Request('https://crm.example.com/chat/window', {
      method: 'OPTIONS',
      headers: { origin: app, 'access-control-request-method': 'POST' },
    }),
    {},
  ],
  [400, 'an invalid body', post('/chat/window', {}), {}],
  [401, 'nobody', get('/chat/session', { cookie: '' }), {}],
  [403, 'a foreign page', get('/chat/session', { origin: 'https://evil.com' }), {}],
  [404, 'an unknown path', get('/chat/none'), {}],
  [405, 'another method', get('/chat/window'), {}],
  [413, 'a large body', post('/chat/window', 'x'.repeat(70_000)), {}],
  [415, 'another content type', post('/chat/window', {}, { 'content-type': 'text/plain' }), {}],
  [429, 'a vendor that asks to slow down', open(), failing('rate_limited')],
  [500, 'a failure', open(), failing('internal')],
  [500, 'invalid options', get('/chat/session'), { limits: { lingerMs: 0 } }],
  [501, 'an operation that is not offered', open(), { backend: { ...scripted, windows: undefined } as never }],
  [502, 'a vendor that sends nonsense', open(), failing('upstream_invalid')],
  [503, 'hooks that fail', get('/chat/session'), { identify: broken }],
  [504, 'a vendor that is slow', open(), failing('upstream_timeout')],
])('%d, for %s, is kept by no cache and differs by page', async (status, _, request, options) => {
  const response = await setUp(options).fetch(request)
  expect(response.status).toBe(status)
  expect(response.headers.get('cache-control')).toMatch(/^no-store(, no-transform)?$/)
  expect(response.headers.get('vary')).toBe('origin, sec-fetch-site')
  expect(response.headers.get('etag')).toBeNull()
  await response.body?.cancel()
})

it('two users at the same address get each their own, and so over Node', async () => {
  const crm: RunningServer = await startServer(toNode(setUp()))
  const bodyOf = async (cookie: string): Promise<unknown> => {
    const response = await fetch(`${crm.url}/chat/session`, { headers: { cookie } })
    expect([response.headers.get('cache-control'), response.headers.get('vary')]).toEqual([
      'no-store',
      'origin, sec-fetch-site',
    ])
    return response.json()
  }
  expect(await bodyOf('session=ann')).toMatchObject({ user: { id: '1' } })
  expect(await bodyOf('session=bob')).toMatchObject({ user: { id: '2' } })
  await crm.close()
})

it('a refused socket is kept by no cache and differs by page', async () => {
  const proxy = setUp()
  const crm = await startServer(toNode(proxy))
  attachSocketIo({ server: crm.server, chat: proxy })
  const response = await fetch(`${crm.url}/socket.io/?EIO=4&transport=polling`, {
    headers: { origin: 'https://evil.com' },
  })
  expect(response.status).toBe(403)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('vary')).toBe('origin, sec-fetch-site')
  await crm.close()
})

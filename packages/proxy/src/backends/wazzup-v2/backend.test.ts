import type { ServerResponse } from 'node:http'
import { type ErrorCode, errorBodySchema, errorStatuses } from '@crm-chat/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '../../../test/createLog.ts'
import { eventually } from '../../../test/eventually.ts'
import { identifyByCookie } from '../../../test/identifyByCookie.ts'
import { post } from '../../../test/requests.ts'
import { respondJson, startUpstream, type Upstream } from '../../../test/startUpstream.ts'
import { type ChatProxy, createChatProxy } from '../../createChatProxy.ts'
import { type WazzupV2BackendOptions, wazzupV2 } from './backend.ts'

const secretText = 'words of the vendor'
const html = `<html><body>${secretText}</body></html>`

let upstream: Upstream
let log: ReturnType<typeof createLog>

beforeEach(async () => {
  upstream = await startUpstream()
  log = createLog()
})

afterEach(() => upstream.close())

async function open({
  url = upstream.url,
  timeoutMs = 20_000,
  signal,
}: {
  url?: string
  timeoutMs?: number
  signal?: AbortSignal
} = {}): Promise<Response> {
  const proxy = createChatProxy({
    backend: wazzupV2({ apiKey: 'key', baseUrl: url, timeoutMs }),
    identify: identifyByCookie,
    logger: log,
  })
  const request = post('/chat/window', { scope: 'global' })
  return proxy.fetch(signal ? new Request(request, { signal }) : request)
}

const respondWith =
  (status: number, body: string, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, headers).end(body)
  }
const refusal = JSON.stringify({ error: { code: 'VALIDATION_ERROR', description: secretText } })
const linkTo = (url: string): string => JSON.stringify({ url })

describe('a fault of the vendor, and the error that the browser gets', () => {
  const faults: [string, (response: ServerResponse) => void, ErrorCode][] = [
    ['refuses the key', respondWith(401, refusal), 'upstream_auth'],
    ['forbids the route', respondWith(403, '{"error":"FORBIDDEN"}'), 'upstream_auth'],
    ['refuses the body', respondWith(400, refusal), 'upstream_refused'],
    ['has no such route', respondWith(404, html), 'upstream_refused'],
    ['fails', respondWith(500, html), 'upstream_unavailable'],
    ['is behind a broken gateway', respondWith(502, ''), 'upstream_unavailable'],
    ['asks to slow down', respondWith(429, '', { 'retry-after': '30' }), 'rate_limited'],
    ['sends HTML', respondWith(200, html, { 'content-type': 'text/html' }), 'upstream_invalid'],
    ['sends nothing', respondWith(200, ''), 'upstream_invalid'],
    ['sends half of its JSON', respondWith(200, '{"url":"https:'), 'upstream_invalid'],
    ['sends something else', respondWith(200, JSON.stringify({ link: secretText })), 'upstream_invalid'],
    ['redirects', respondWith(302, '', { location: 'https://evil.com' }), 'upstream_invalid'],
    ['links to another host', respondWith(200, linkTo('https://evil.com/?token=x')), 'upstream_invalid'],
    ['links to a script', respondWith(200, linkTo('javascript:alert(1)')), 'upstream_invalid'],
    ['links without TLS', respondWith(200, linkTo('http://new1.wazzup24.com/')), 'upstream_invalid'],
    ['never responds', () => {}, 'upstream_timeout'],
  ]

  it.each(faults)('%s', async (_, respond, code) => {
    upstream.onRequest(respond)
    const response = await open(code === 'upstream_timeout' ? { timeoutMs: 300 } : {})
    const text = await response.text()
    const { error } = errorBodySchema.parse(JSON.parse(text))
    expect(error.code).toBe(code)
    expect(response.status).toBe(errorStatuses[code])
    expect(text).not.toContain(secretText)
    expect(text).not.toMatch(/VALIDATION_ERROR|evil/)
    expect(log.lines).toMatchObject([{ fields: { operation: 'window', code, requestId: error.requestId } }])
  })

  it('cuts the connection', async () => {
    upstream.onRequest((response) => response.destroy())
    const { error } = errorBodySchema.parse(await (await open()).json())
    expect(['upstream_unavailable', 'outcome_unknown']).toContain(error.code)
  })

  it('is not there', async () => {
    const { url } = upstream
    await upstream.close()
    const { error } = errorBodySchema.parse(await (await open({ url })).json())
    expect(error).toMatchObject({ code: 'upstream_unavailable', retryable: true })
    upstream = await startUpstream()
  })

  it('passes on the time to wait, within reason', async () => {
    upstream.onRequest(respondWith(429, '', { 'retry-after': '30' }))
    expect((await open()).headers.get('retry-after')).toBe('30')
    upstream.onRequest(respondWith(429, '', { 'retry-after': '86400' }))
    expect((await open()).headers.get('retry-after')).toBe('60')
  })

  it('refuses in its own words, which are in the CRM’s log only', async () => {
    upstream.onRequest((response) =>
      respondJson(response, { status: 422, body: { error: { code: 'NO_SUCH_ACCOUNT' } } }),
    )
    expect(await (await open()).text()).not.toContain('NO_SUCH_ACCOUNT')
    expect(log.lines).toMatchObject([{ level: 'warn', fields: { reason: expect.stringContaining('NO_SUCH_ACCOUNT') } }])
  })
})

describe('a request to the vendor', () => {
  it('carries nothing of the browser’s beyond the operation’s own fields', async () => {
    upstream.onRequest(respondWith(200, linkTo('http://127.0.0.1:9/chat')))
    await open()
    const [request] = upstream.requests
    expect(request).toMatchObject({ method: 'POST', url: '/v2/iframe' })
    expect(request?.headers.authorization).toBe('Basic key')
    expect(request?.headers).not.toHaveProperty('cookie')
    expect(request?.headers).not.toHaveProperty('origin')
    expect(request?.headers).not.toHaveProperty('x-crm-chat')
  })

  it('uploads the user first where the CRM wants it', async () => {
    upstream.onRequest((response, { url }) =>
      url === '/v2/users' ? response.end() : respondWith(200, linkTo('http://127.0.0.1:9/chat'))(response),
    )
    const backend = wazzupV2({ apiKey: 'key', baseUrl: upstream.url })
    const proxy = createChatProxy({ backend, identify: identifyByCookie, ensureUser: true })
    expect((await proxy.fetch(post('/chat/window', { scope: 'global' }))).status).toBe(200)
    expect(upstream.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'PATCH /v2/users',
      'POST /v2/iframe',
    ])
    expect(JSON.parse(upstream.requests[0]?.body ?? '')).toEqual([{ id: '1', name: 'Ann Lee' }])
  })

  it('is cancelled when the browser has left, without a line in the log', async () => {
    const left = new AbortController()
    let cancelled = 0
    upstream.onRequest((response) => {
      response.on('close', () => {
        cancelled += 1
      })
      left.abort()
    })
    const answered = open({ signal: left.signal, timeoutMs: 600_000 })
    await eventually(() => expect(cancelled).toBe(1))
    await answered
    expect(upstream.requests).toHaveLength(1)
    expect(log.lines).toEqual([])
  })
})

describe('a vendor that is sick', () => {
  const openMany = (proxy: ChatProxy, count: number): Promise<number>[] =>
    Array.from({ length: count }, async () => (await proxy.fetch(post('/chat/window', { scope: 'global' }))).status)
  const setUp = (options: Partial<WazzupV2BackendOptions> = {}): ChatProxy =>
    createChatProxy({
      backend: wazzupV2({ apiKey: 'key', baseUrl: upstream.url, ...options }),
      identify: identifyByCookie,
      limits: { requestsPerUser: 1_000, windowsPerMinute: 1_000 },
      logger: log,
    })

  it('is left alone after 20 failures, with one line in the log', async () => {
    upstream.onRequest(respondWith(500, ''))
    const proxy = setUp()
    for (let time = 0; time < 60; time += 1) expect(await Promise.all(openMany(proxy, 1))).toEqual([503])
    expect(upstream.requests).toHaveLength(20)
    expect(log.lines).toMatchObject([{ level: 'warn', fields: { code: 'upstream_unavailable' } }])
  })

  it('is not one that refuses requests', async () => {
    upstream.onRequest(respondWith(400, refusal))
    const proxy = setUp()
    for (let time = 0; time < 30; time += 1) await Promise.all(openMany(proxy, 1))
    expect(upstream.requests).toHaveLength(30)
    expect(log.lines).toHaveLength(1)
  })

  it('gives every place back, however its requests end', async () => {
    const proxy = setUp()
    const statuses: number[] = []
    for (let time = 0; time < 70; time += 1) {
      if (time % 2 === 1) upstream.onRequest(respondWith(400, refusal))
      else upstream.onRequest(respondWith(200, linkTo('http://127.0.0.1:9/chat')))
      statuses.push(...(await Promise.all(openMany(proxy, 1))))
    }
    expect(statuses.slice(-2)).toEqual([200, 502])
    expect(upstream.requests).toHaveLength(70)
  })

  it('holds up 64 requests while it hangs, and no more', async () => {
    let held = 0
    const all = new Promise<void>((resolve) => {
      upstream.onRequest(() => {
        held += 1
        if (held === 64) resolve()
      })
    })
    const proxy = setUp({ timeoutMs: 2_000 })
    const responses = openMany(proxy, 100)
    expect(await Promise.race(responses)).toBe(503)
    await all
    const statuses = await Promise.all(responses)
    expect(statuses.filter((status) => status === 503)).toHaveLength(36)
    expect(statuses.filter((status) => status === 504)).toHaveLength(64)
    expect(held).toBe(64)
  })

  it('that refuses the key is not asked again for a minute', async () => {
    upstream.onRequest(respondWith(401, refusal))
    const proxy = setUp()
    for (let time = 0; time < 5; time += 1) expect(await Promise.all(openMany(proxy, 1))).toEqual([502])
    expect(upstream.requests).toHaveLength(1)
    expect(log.lines).toMatchObject([{ level: 'error', fields: { code: 'upstream_auth' } }])
  })

  it('names the cause in the log when it cannot be reached', async () => {
    const { url } = upstream
    await upstream.close()
    await Promise.all(openMany(setUp({ baseUrl: url }), 1))
    expect(log.lines).toMatchObject([{ fields: { reason: expect.stringContaining('ECONNREFUSED') } }])
    upstream = await startUpstream()
  })

  it('repeats the key in a link: the link stays here', async () => {
    upstream.onRequest(respondWith(200, linkTo('http://127.0.0.1:9/?apiKey=CANARY0123456789')))
    const response = await setUp({ apiKey: 'CANARY0123456789' }).fetch(post('/chat/window', { scope: 'global' }))
    expect(response.status).toBe(502)
    const text = await response.text()
    expect(text).toContain('upstream_invalid')
    expect(text + JSON.stringify(log.lines)).not.toContain('CANARY')
  })
})

describe('check()', () => {
  const check = (): Promise<void> =>
    createChatProxy({
      backend: wazzupV2({ apiKey: 'key', baseUrl: upstream.url, timeoutMs: 300 }),
      identify: () => null,
    }).check()

  it('asks the vendor for something harmless', async () => {
    upstream.onRequest(respondWith(200, '[]'))
    await check()
    expect(upstream.requests).toMatchObject([{ method: 'GET', url: '/v2/channels' }])
  })

  it.each<[string, (response: ServerResponse) => void, ErrorCode]>([
    ['refuses the key', respondWith(401, refusal), 'upstream_auth'],
    ['does not respond', () => {}, 'upstream_timeout'],
  ])('says when the vendor %s', async (_, respond, code) => {
    upstream.onRequest(respond)
    await expect(check()).rejects.toMatchObject({ name: 'OperationError', code })
  })
})

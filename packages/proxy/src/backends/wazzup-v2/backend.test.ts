import type { ServerResponse } from 'node:http'
import { type ErrorCode, errorBodySchema, errorStatuses } from '@crm-chat/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '../../../test/createLog.ts'
import { eventually } from '../../../test/eventually.ts'
import { identifyByCookie } from '../../../test/identifyByCookie.ts'
import { post } from '../../../test/requests.ts'
import { respondJson, startUpstream, type Upstream } from '../../../test/startUpstream.ts'
import { createChatProxy } from '../../createChatProxy.ts'
import { wazzupV2 } from './backend.ts'

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

const answerWith =
  (status: number, body: string, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, headers).end(body)
  }
const refusal = JSON.stringify({ error: { code: 'VALIDATION_ERROR', description: secretText } })
const linkTo = (url: string): string => JSON.stringify({ url })

describe('what the vendor does, and what the browser hears of it', () => {
  const faults: [string, (response: ServerResponse) => void, ErrorCode][] = [
    ['refuses the key', answerWith(401, refusal), 'upstream_auth'],
    ['forbids the route', answerWith(403, '{"error":"FORBIDDEN"}'), 'upstream_auth'],
    ['refuses the body', answerWith(400, refusal), 'upstream_refused'],
    ['knows no such route', answerWith(404, html), 'upstream_refused'],
    ['fails', answerWith(500, html), 'upstream_unavailable'],
    ['is behind a broken gateway', answerWith(502, ''), 'upstream_unavailable'],
    ['asks to slow down', answerWith(429, '', { 'retry-after': '7' }), 'rate_limited'],
    ['answers HTML', answerWith(200, html, { 'content-type': 'text/html' }), 'upstream_invalid'],
    ['answers nothing', answerWith(200, ''), 'upstream_invalid'],
    ['answers half of its JSON', answerWith(200, '{"url":"https:'), 'upstream_invalid'],
    ['answers something else', answerWith(200, JSON.stringify({ link: secretText })), 'upstream_invalid'],
    ['redirects', answerWith(302, '', { location: 'https://evil.com' }), 'upstream_invalid'],
    ['links to another host', answerWith(200, linkTo('https://evil.com/?token=x')), 'upstream_invalid'],
    ['links to a script', answerWith(200, linkTo('javascript:alert(1)')), 'upstream_invalid'],
    ['links without TLS', answerWith(200, linkTo('http://new1.wazzup24.com/')), 'upstream_invalid'],
    ['never answers', () => {}, 'upstream_timeout'],
  ]

  it.each(faults)('%s', async (_, respond, code) => {
    upstream.answer(respond)
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
    upstream.answer((response) => response.destroy())
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

  it('says how long to wait, within reason', async () => {
    upstream.answer(answerWith(429, '', { 'retry-after': '7' }))
    expect((await open()).headers.get('retry-after')).toBe('7')
    upstream.answer(answerWith(429, '', { 'retry-after': '86400' }))
    expect((await open()).headers.get('retry-after')).toBe('60')
  })

  it('accepts, and its own words are in the CRM’s log only', async () => {
    upstream.answer((response) => respondJson(response, { status: 422, body: { error: { code: 'NO_SUCH_ACCOUNT' } } }))
    expect(await (await open()).text()).not.toContain('NO_SUCH_ACCOUNT')
    expect(log.lines).toMatchObject([{ level: 'warn', fields: { reason: expect.stringContaining('NO_SUCH_ACCOUNT') } }])
  })
})

describe('a request to the vendor', () => {
  it('carries nothing of the browser’s but what the operation says', async () => {
    upstream.answer(answerWith(200, linkTo('http://127.0.0.1:9/chat')))
    await open()
    const [request] = upstream.requests
    expect(request).toMatchObject({ method: 'POST', url: '/v2/iframe' })
    expect(request?.headers.authorization).toBe('Basic key')
    expect(request?.headers).not.toHaveProperty('cookie')
    expect(request?.headers).not.toHaveProperty('origin')
    expect(request?.headers).not.toHaveProperty('x-crm-chat')
  })

  it('is cancelled when the browser has left, without a line in the log', async () => {
    const left = new AbortController()
    const cancelled = new Promise<void>((resolve) => {
      upstream.answer((response) => {
        response.on('close', resolve)
        left.abort()
      })
    })
    await open({ signal: left.signal })
    await cancelled
    await eventually(() => expect(upstream.requests).toHaveLength(1))
    expect(log.lines).toEqual([])
  })
})

import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createLog } from '../../test/createLog.ts'
import { identifyByCookie } from '../../test/identifyByCookie.ts'
import { post } from '../../test/requests.ts'
import { respondJson, startUpstream, type Upstream } from '../../test/startUpstream.ts'
import { wazzupV2 } from '../backends/wazzup-v2/backend.ts'
import { systemClock } from '../clock.ts'
import { type ChatProxy, createChatProxy } from '../createChatProxy.ts'
import type { ChatProxyOptions } from '../parseOptions.ts'
import { createLook } from './createLook.ts'

let upstream: Upstream
let respond: (response: ServerResponse, url: string) => void

beforeAll(async () => {
  upstream = await startUpstream()
  upstream.onRequest((response, { url }) => {
    if (url.startsWith('/page')) return respond(response, url)
    respondJson(response, { status: 200, body: { url: `${upstream.url}/page?token=secret` } })
  })
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

async function open(proxy: ChatProxy): Promise<Record<string, unknown>> {
  const response = await proxy.fetch(post('/chat/window', { scope: 'global' }))
  expect(response.status).toBe(200)
  return response.json() as Promise<Record<string, unknown>> // Each test names what it expects.
}

const looks = () => upstream.requests.filter(({ url }) => url.startsWith('/page'))

it.each<[string, number, Record<string, string>, unknown]>([
  ['a page', 200, { 'content-type': 'text/html' }, 'ok'],
  ['an error', 500, {}, 'failed'],
  ['a page that is gone', 410, {}, 'failed'],
  ['a page for its own origin only', 200, { 'x-frame-options': 'SAMEORIGIN' }, 'refusesFraming'],
  ['a page for nobody', 200, { 'content-security-policy': "frame-ancestors 'none'" }, 'refusesFraming'],
  ['nothing to show', 204, {}, undefined],
  ['too many requests of this server', 429, {}, undefined],
  ['a redirect to its own host', 302, { location: '/page/last' }, 'ok'],
  ['a redirect to another host', 302, { location: 'https://elsewhere.example/' }, undefined],
])('%s', async (_, status, headers, look) => {
  respond = (response, url) =>
    url === '/page/last' ? response.end('<p>Hello') : response.writeHead(status, headers).end('')
  expect((await open(setUp())).look).toBe(look)
})

it('asks no other host, wherever a link leads', async () => {
  const other = await startUpstream()
  other.onRequest((response) => response.end('<p>Hello'))
  respond = (response) => response.writeHead(302, { location: `${other.url}/internal` }).end()
  const look = createLook({
    backend: { isPrivate: true },
    clock: systemClock,
    metrics: { vendorCall: () => undefined },
  })
  const windows = { isOwnUrl: ({ origin }: URL) => origin === upstream.url }
  const parameters = { framedBy: undefined, windows, signal: AbortSignal.timeout(60_000) }
  expect(await look({ url: `${upstream.url}/page`, ...parameters })).toBeUndefined()
  expect(looks()).toHaveLength(1)
  expect(other.requests).toEqual([])
  await other.close()
})

it('follows few redirects', async () => {
  respond = (response) => response.writeHead(302, { location: '/page?token=secret' }).end()
  expect((await open(setUp())).look).toBeUndefined()
  expect(looks()).toHaveLength(4)
})

it('looks once at each link, without cookies, and the link still works for its own request', async () => {
  respond = (response) => response.end('<p>Hello')
  await open(setUp())
  expect(looks().map(({ method, headers }) => [method, headers.cookie, headers.authorization])).toEqual([
    ['GET', undefined, undefined],
  ])
})

it('reads headers only, however long the page is', async () => {
  let isCut = false
  respond = (response) => {
    response.on('close', () => {
      isCut = true
    })
    response.writeHead(200, { 'content-type': 'text/html' }).write('x'.repeat(100_000)) // It never ends.
  }
  expect((await open(setUp())).look).toBe('ok')
  await expect.poll(() => isCut).toBe(true)
})

it('waits a second at most, and writes the link into no log', async () => {
  respond = () => undefined
  const logger = createLog()
  const link = await open(setUp({ logger }))
  expect(link.look).toBeUndefined()
  expect(JSON.stringify(logger.lines)).not.toContain('secret')
})

it('does not look where it is switched off', async () => {
  respond = (response) => response.end('<p>Hello')
  expect((await open(setUp({ looks: false }))).look).toBeUndefined()
  expect(looks()).toEqual([])
})

it('does not look at a live vendor by itself', async () => {
  const requested: string[] = []
  const send: typeof fetch = async (input) => {
    requested.push(String(input))
    return Response.json({ url: 'https://new.wazzup24.com/chat?token=secret' })
  }
  const proxy = setUp({ backend: wazzupV2({ apiKey: 'key', fetch: send }) })
  expect(await open(proxy)).not.toHaveProperty('look')
  expect(proxy.metrics()).not.toContain('windows.look')
  expect(requested.filter((url) => url.includes('/chat'))).toEqual([])
})

it('counts looks apart from what it asks of the vendor', async () => {
  respond = (response) => response.end('<p>Hello')
  const proxy = setUp()
  await open(proxy)
  expect(proxy.metrics()).toContain('crm_chat_vendor_requests_total{call="windows.look",code="ok"} 1')
})

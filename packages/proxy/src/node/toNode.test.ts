import { request as httpRequest, type IncomingMessage, type RequestListener } from 'node:http'
import { connect, type Socket } from 'node:net'
import { requestHeader } from '@crm-chat/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '../../test/createLog.ts'
import { createScriptedBackend, type ScriptedBackend } from '../../test/createScriptedBackend.ts'
import { eventually } from '../../test/eventually.ts'
import { identifyByCookie } from '../../test/identifyByCookie.ts'
import { countOf, readEvents } from '../../test/readEvents.ts'
import { type RunningServer, startServer } from '../../test/startServer.ts'
import { type ChatProxy, createChatProxy } from '../createChatProxy.ts'
import { toNode } from './toNode.ts'

const cookie = 'session=ann'
const json = { cookie, 'content-type': 'application/json', [requestHeader.name]: requestHeader.value }
const body = JSON.stringify({ scope: 'global' })

let backend: ScriptedBackend
let proxy: ChatProxy
let crm: RunningServer
let log: ReturnType<typeof createLog>

async function serve(toListener: (proxy: ChatProxy) => RequestListener): Promise<void> {
  await crm?.close()
  crm = await startServer(toListener(proxy))
}

beforeEach(async () => {
  backend = createScriptedBackend()
  log = createLog()
  proxy = createChatProxy({ backend, identify: identifyByCookie, limits: { lingerMs: 1 }, logger: log })
  await serve(toNode)
})

afterEach(async () => {
  await proxy.close()
  await crm.close()
})

describe('a Node server', () => {
  it('serves operations', async () => {
    const response = await fetch(`${crm.url}/chat/session`, { headers: { cookie } })
    expect(await response.json()).toMatchObject({ user: { id: '1' }, vendor: 'scripted' })
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('reads bodies', async () => {
    const response = await fetch(`${crm.url}/chat/window`, { method: 'POST', headers: json, body })
    expect(await response.json()).toMatchObject({ origin: 'https://vendor.example' })
  })

  it('lets the CRM’s hook read the request as it likes', async () => {
    const seen: string[] = []
    proxy = createChatProxy({
      backend,
      identify: async (request) => {
        seen.push(await request.text())
        return identifyByCookie(request)
      },
    })
    await serve(toNode)
    const sent = { method: 'POST', headers: json, body }
    expect((await fetch(`${crm.url}/chat/window`, sent)).status).toBe(200)
    expect((await proxy.fetch(new Request(`${crm.url}/chat/window`, sent))).status).toBe(200)
    expect(seen).toEqual(['', ''])
  })

  it('responds to HEAD as to GET, without a body, and stays up', async () => {
    const response = await fetch(`${crm.url}/chat/session`, { method: 'HEAD', headers: { cookie } })
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(10)
    expect((await fetch(`${crm.url}/chat/events`, { method: 'HEAD', headers: { cookie } })).status).toBe(405)
  })

  it('refuses a body that is too large, and stays up', async () => {
    const large = JSON.stringify({ scope: 'global', more: 'x'.repeat(100_000) })
    const response = await fetch(`${crm.url}/chat/window`, { method: 'POST', headers: json, body: large })
    expect(response.status).toBe(413)
    expect((await fetch(`${crm.url}/chat/session`, { headers: { cookie } })).status).toBe(200)
  })

  it('responds with 404 to other paths', async () => {
    expect((await fetch(`${crm.url}/deals`)).status).toBe(404)
  })
})

describe('a router', () => {
  const next: RequestListener = (_, response) => response.writeHead(204).end()

  it('keeps the paths that are not ours', async () => {
    await serve((chat) => (request, response) => toNode(chat)(request, response, () => next(request, response)))
    expect((await fetch(`${crm.url}/deals`)).status).toBe(204)
    expect((await fetch(`${crm.url}/chatty`)).status).toBe(204)
    expect((await fetch(`${crm.url}/chat/session`, { headers: { cookie } })).status).toBe(200)
    expect((await fetch(`${crm.url}/chat/nothing`)).status).toBe(404)
  })

  it('may cut the path it is mounted at, as Express does', async () => {
    await serve((chat) => (request, response) => {
      Object.assign(request, { originalUrl: request.url, url: request.url?.slice('/chat'.length) })
      toNode(chat)(request, response, () => next(request, response))
    })
    expect((await fetch(`${crm.url}/chat/session`, { headers: { cookie } })).status).toBe(200)
  })

  it('may have read the body and kept nothing: the error says so, and the log too', async () => {
    await serve((chat) => async (request, response) => {
      await request.toArray()
      toNode(chat)(request, response)
    })
    const response = await fetch(`${crm.url}/chat/window`, { method: 'POST', headers: json, body })
    expect(response.status).toBe(500)
    expect(await response.json()).toMatchObject({ error: { code: 'internal', message: /read before/ } })
    expect(log.lines).toMatchObject([{ level: 'error', fields: { reason: expect.stringContaining('request.body') } }])
  })

  it('may have parsed the body already', async () => {
    await serve((chat) => async (request, response) => {
      const text = Buffer.concat(await request.toArray()).toString()
      Object.assign(request, { body: JSON.parse(text) })
      toNode(chat)(request, response)
    })
    const response = await fetch(`${crm.url}/chat/window`, { method: 'POST', headers: json, body })
    expect(response.status).toBe(200)
  })
})

describe('a stream', () => {
  it('reaches the page as it comes', async () => {
    const events = readEvents(await fetch(`${crm.url}/chat/events`, { headers: { cookie } }))
    expect(await events.next()).toBe('retry: 2000')
    expect(await events.next()).toMatch(/^event: session/)
    expect(countOf(await events.next())).toBeNull()
    backend.send('1', 3)
    expect(countOf(await events.next())).toBe(3)
    await events.cancel()
  })

  it('ends when its page is gone', async () => {
    const events = readEvents(await fetch(`${crm.url}/chat/events`, { headers: { cookie } }))
    await events.next()
    expect(backend.open.size).toBe(1)
    await events.cancel()
    await eventually(() => expect(backend.open.size).toBe(0))
  })

  it('ends for the page when its user is revoked', async () => {
    const events = readEvents(await fetch(`${crm.url}/chat/events`, { headers: { cookie } }))
    for (let block = 0; block < 3; block += 1) await events.next()
    proxy.revoke('1')
    expect(await events.next()).toBeNull()
  })
})

describe('a request that no web request can be', () => {
  const raw = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket: Socket = connect(Number(new URL(crm.url).port), '127.0.0.1', () => socket.end(text))
      let response = ''
      socket.setEncoding('utf8').on('data', (chunk: string) => {
        response += chunk
      })
      socket.on('end', () => resolve(response)).on('error', reject)
    })

  it.each([
    ['a TRACE', 'TRACE /chat/session HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', / 405 /],
    ['a path of two slashes', 'GET //evil.com/chat/session HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', / 404 /],
    [
      'a whole URL for a path',
      'GET http://evil.com/chat/session HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      / 404 /,
    ],
    ['a path within the host', 'GET /x HTTP/1.1\r\nHost: a/chat/session?\r\nConnection: close\r\n\r\n', / 404 /],
    [
      'a whole URL of this host',
      'GET http://a/chat/session?x HTTP/1.1\r\nHost: A\r\nCookie: session=ann\r\nConnection: close\r\n\r\n',
      / 200 /,
    ],
    [
      'dot segments',
      'GET /x/../chat/session HTTP/1.1\r\nHost: a\r\nCookie: session=ann\r\nConnection: close\r\n\r\n',
      / 404 /,
    ],
    [
      'encoded dot segments',
      'GET /x/%2e%2E/chat/session HTTP/1.1\r\nHost: a\r\nCookie: session=ann\r\nConnection: close\r\n\r\n',
      / 404 /,
    ],
    [
      'a dot segment of our own',
      'GET /chat/./session HTTP/1.1\r\nHost: a\r\nCookie: session=ann\r\nConnection: close\r\n\r\n',
      / 404 /,
    ],
    [
      'a backslash',
      'GET /chat\\session HTTP/1.1\r\nHost: a\r\nCookie: session=ann\r\nConnection: close\r\n\r\n',
      / 404 /,
    ],
    [
      'an encoded slash',
      'GET /chat%2fsession HTTP/1.1\r\nHost: a\r\nCookie: session=ann\r\nConnection: close\r\n\r\n',
      / 404 /,
    ],
    [
      'an encoded slash within a parameter',
      'PATCH /chat/messages/a%2Fb HTTP/1.1\r\nHost: a\r\nCookie: session=ann\r\nConnection: close\r\n\r\n',
      / 404 /,
    ],
    ['an impossible host', 'GET /chat/session HTTP/1.1\r\nHost: a:99999\r\nConnection: close\r\n\r\n', / 401 /],
  ])('gets a response and does no harm: %s', async (_, text, expected) => {
    expect(await raw(text)).toMatch(expected)
    expect((await fetch(`${crm.url}/chat/session`, { headers: { cookie } })).status).toBe(200)
  })

  it('is a page that leaves in the middle of its body: the vendor gets no request', async () => {
    const left = httpRequest(`${crm.url}/chat/window`, { method: 'POST', headers: { ...json, 'content-length': 100 } })
    const failed = new Promise((resolve) => left.on('error', resolve))
    left.write(body) // Complete, and not as long as it says.
    await new Promise<void>((resolve) => crm.server.once('request', (_: IncomingMessage) => resolve()))
    left.destroy()
    await failed
    expect((await fetch(`${crm.url}/chat/session`, { headers: { cookie } })).status).toBe(200)
    expect(backend.minted()).toBe(0)
  })
})

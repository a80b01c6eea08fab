import { request as httpRequest } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFakeClock } from '../../test/createFakeClock.ts'
import { createScriptedBackend, type ScriptedBackend } from '../../test/createScriptedBackend.ts'
import { identifyByCookie } from '../../test/identifyByCookie.ts'
import { type RunningServer, startServer } from '../../test/startServer.ts'
import { type ChatProxy, createChatProxy } from '../createChatProxy.ts'
import { attachSocketIo } from './attachSocketIo.ts'
import { toNode } from './toNode.ts'

const ann = 'session=ann'

let backend: ScriptedBackend
let proxy: ChatProxy
let crm: RunningServer
let face: { close: () => Promise<void> }

beforeEach(async () => {
  backend = createScriptedBackend()
  proxy = createChatProxy({
    backend,
    allowedOrigins: ['https://app.example.org'],
    identify: (request) => {
      if (request.headers.get('authorization')?.endsWith('of-ann')) return { id: '1', name: 'Ann Lee' }
      if (request.headers.get('cookie') === 'session=broken') throw new Error('no session store')
      return identifyByCookie(request)
    },
  })
  crm = await startServer(toNode(proxy))
  face = attachSocketIo({ server: crm.server, chat: proxy })
})

afterEach(async () => {
  await face.close()
  await proxy.close()
  await crm.close()
})

type Transport = 'polling' | 'websocket'

/** The HTTP status of a handshake: 200 or 101 lets in. */
function shake({
  transport,
  protocol = 4,
  headers,
}: {
  transport: Transport
  protocol?: 3 | 4
  headers: Record<string, string | undefined>
}): Promise<number | undefined> {
  const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const upgrade = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  }
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${crm.url}/socket.io/?EIO=${protocol}&transport=${transport}`, {
      headers: { ...Object.fromEntries(given), ...(transport === 'websocket' ? upgrade : {}) },
    })
    request.on('response', (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    request.on('upgrade', (response, socket) => {
      socket.destroy()
      resolve(response.statusCode)
    })
    request.on('error', reject)
    request.end()
  })
}

const transports: [Transport, 3 | 4][] = [
  ['polling', 3],
  ['polling', 4],
  ['websocket', 3],
  ['websocket', 4],
]

describe.each(transports)('a handshake over %s, protocol %s', (transport, protocol) => {
  const lets = (status: number | undefined): boolean => status === 200 || status === 101
  const own = '<own>'

  it.each([
    ['our own page', own, undefined, ann, true],
    ['our own page, in a current browser', own, 'same-origin', ann, true],
    ['an allowed page', 'https://app.example.org', 'cross-site', ann, true],
    ['our own page, polling without an Origin', undefined, 'same-origin', ann, true],
    ['a script without Origin', undefined, undefined, ann, false],
    ['a typed address', undefined, 'none', ann, false],
    ['a foreign page', 'https://evil.com', 'cross-site', ann, false],
    ['a foreign page of an old browser', 'https://evil.com', undefined, ann, false],
    ['a foreign page that lies', 'https://evil.com', 'same-origin', ann, false],
    ['a foreign page that sends no Origin', undefined, 'cross-site', ann, false],
    ['a sandboxed frame', 'null', undefined, ann, false],
    ['a host with ours for a prefix', '<own>.evil.com', undefined, ann, false],
    ['a host with the allowed one for a suffix', 'https://evil-app.example.org', undefined, ann, false],
    ['another port', 'http://127.0.0.1:1', undefined, ann, false],
    ['our own page without a session', own, 'same-origin', undefined, false],
    ['our own page with a session of the past', own, 'same-origin', 'session=none', false],
    ['our own page while the CRM cannot look up the session', own, 'same-origin', 'session=broken', false],
  ])('of %s', async (_, origin, site, cookie, isLet) => {
    const headers = { origin: origin?.replace(own, crm.url), 'sec-fetch-site': site, cookie }
    expect(lets(await shake({ transport, protocol, headers }))).toBe(isLet)
    if (!isLet) expect(backend.opened()).toBe(0)
  })

  it.each([
    ['with a bearer token', { authorization: 'Bearer of-ann' }, true],
    ['with an unknown bearer token', { authorization: 'Bearer of-bob' }, false],
    ['with a password, like a page behind a proxy that removes Origin', { authorization: 'Basic of-ann' }, false],
    ['with a token and a cookie', { authorization: 'Bearer of-ann', cookie: ann }, false],
    ['with a bearer token, from a foreign page', { authorization: 'Bearer of-ann', origin: 'https://evil.com' }, false],
    ['with a bearer token, from a typed address', { authorization: 'Bearer of-ann', 'sec-fetch-site': 'none' }, false],
  ])('of a script %s', async (_, headers, isLet) => {
    expect(lets(await shake({ transport, protocol, headers }))).toBe(isLet)
    if (!isLet) expect(backend.opened()).toBe(0)
  })
})

it('too many sockets a second are refused before the CRM is asked', async () => {
  await face.close()
  let asked = 0
  const identify = (request: Request): ReturnType<typeof identifyByCookie> => {
    asked += 1
    return identifyByCookie(request)
  }
  proxy = createChatProxy({ backend, identify, clock: createFakeClock(), limits: { streamsPerSecond: 2 } })
  face = attachSocketIo({ server: crm.server, chat: proxy })
  const headers = { origin: crm.url, cookie: ann }
  const statuses: (number | undefined)[] = []
  for (let time = 0; time < 4; time += 1) statuses.push(await shake({ transport: 'polling', headers }))
  expect(statuses).toEqual([200, 200, 503, 503])
  expect(asked).toBe(2)
})

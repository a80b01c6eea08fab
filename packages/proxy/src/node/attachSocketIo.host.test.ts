import { createServer, type RequestListener } from 'node:http'
import { connect } from 'node:net'
import { Server } from 'socket.io'
import { io as connectSocketIo } from 'socket.io-client'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createScriptedBackend } from '../../test/createScriptedBackend.ts'
import { eventually } from '../../test/eventually.ts'
import { identifyByCookie } from '../../test/identifyByCookie.ts'
import { sendRaw } from '../../test/sendRaw.ts'
import { type RunningServer, startServer } from '../../test/startServer.ts'
import { type ChatProxy, createChatProxy } from '../createChatProxy.ts'
import { InvalidOptionsError } from '../errors.ts'
import type { IdentifyHook } from '../hooks.ts'
import { attachSocketIo } from './attachSocketIo.ts'

const h2c = 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABk\r\n'
const webSocket =
  'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n'
const toHead = (line: string, headers: string): string => `${line} HTTP/1.1\r\nHost: 127.0.0.1\r\n${headers}`

/** The CRM's own routes: they echo the length of a body. */
const respond: RequestListener = (request, response) => {
  let length = 0
  request.on('data', (bytes: Buffer) => {
    length += bytes.length
  })
  request.on('end', () => response.writeHead(length === 5 ? 201 : 200).end())
}

function createProxy(identify: IdentifyHook = identifyByCookie): ChatProxy {
  const chat = createChatProxy({ backend: createScriptedBackend(), identify })
  onTestFinished(() => chat.close())
  return chat
}

async function startCrm(): Promise<RunningServer> {
  const crm = await startServer(respond)
  onTestFinished(() => crm.close())
  return crm
}

/** Adds the CRM's own WebSocket at `/live`. @returns functions that admit those that wait */
function addOwnWebSocket({ server }: Pick<RunningServer, 'server'>): (() => void)[] {
  const waiting: (() => void)[] = []
  server.on('upgrade', (request, socket) => {
    if (request.url !== '/live') return
    waiting.push(() => {
      socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n')
    })
  })
  return waiting
}

describe('a WebSocket of the CRM’s own', () => {
  it.each(['before', 'after'])('that is admitted late is left alone, set up %s the proxy’s sockets', async (order) => {
    const crm = await startCrm()
    const attach = (): unknown => attachSocketIo({ server: crm.server, chat: createProxy() })
    if (order === 'after') attach()
    const waiting = addOwnWebSocket(crm)
    if (order === 'before') attach()
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const statuses = sendRaw({ url: crm.url, pieces: [`${toHead('GET /live', webSocket)}\r\n`] })
    await eventually(() => expect(waiting).toHaveLength(1))
    vi.advanceTimersByTime(60_000) // Engine.IO by itself ends the upgrades of others after a second.
    waiting[0]?.()
    expect(await statuses).toEqual([101])
  })

  it('by another server of Socket.IO at its own path works beside', async () => {
    const crm = await startCrm()
    const own = new Server(crm.server, { path: '/own' })
    onTestFinished(() => void own.close())
    attachSocketIo({ server: crm.server, chat: createProxy() })
    const socket = connectSocketIo(crm.url, { path: '/own', transports: ['websocket'], forceNew: true })
    onTestFinished(() => void socket.disconnect())
    await new Promise((resolve) => socket.once('connect', () => resolve(undefined)))
    const handshake = { origin: crm.url, cookie: 'session=ann' }
    const response = await fetch(`${crm.url}/socket.io/?EIO=4&transport=polling`, { headers: handshake })
    expect(response.status).toBe(200)
  })
})

describe('a route of the CRM', () => {
  it.each([
    ['h2c', [`${toHead('GET /api/users', h2c)}\r\n`], [200]],
    ['h2c, with a body', [`${toHead('POST /api/users', h2c)}Content-Length: 5\r\n\r\nhe`, 'llo'], [201]],
    ['h2c, many times', [`${toHead('GET /a', h2c)}\r\n`.repeat(4)], [200, 200, 200, 200]],
    ['h2c, after a request', [`${toHead('GET /a', '')}\r\n${toHead('GET /b', h2c)}\r\n`], [200, 200]],
    ['a WebSocket', [`${toHead('GET /api/users', webSocket)}\r\n`], [200]],
  ])('answers a request that asks for %s', async (_, pieces, statuses) => {
    const crm = await startCrm()
    attachSocketIo({ server: crm.server, chat: createProxy() })
    expect(await sendRaw({ url: crm.url, pieces, responses: statuses.length })).toEqual(statuses)
  })

  it('answers one that asks for h2c beside the CRM’s own WebSocket', async () => {
    const crm = await startCrm()
    addOwnWebSocket(crm)
    attachSocketIo({ server: crm.server, chat: createProxy() })
    expect(await sendRaw({ url: crm.url, pieces: [`${toHead('GET /api/users', h2c)}\r\n`] })).toEqual([200])
  })

  it('is not answered twice where the CRM refuses h2c by itself', async () => {
    const crm = await startCrm()
    attachSocketIo({ server: crm.server, chat: createProxy() })
    crm.server.on('upgrade', (_, socket) => void socket.end('HTTP/1.1 426 Upgrade Required\r\n\r\n'))
    expect(await sendRaw({ url: crm.url, pieces: [`${toHead('GET /a', h2c)}\r\n`], responses: 2 })).toEqual([426])
  })
})

describe('the proxy’s own path', () => {
  it('answers polling that asks for h2c', async () => {
    const crm = await startCrm()
    attachSocketIo({ server: crm.server, chat: createProxy() })
    const headers = `${h2c}Origin: ${crm.url}\r\nCookie: session=ann\r\n`
    const pieces = [
      `${toHead('GET /socket.io/?EIO=4&transport=polling', headers)}\r\n`.replace('127.0.0.1', new URL(crm.url).host),
    ]
    expect(await sendRaw({ url: crm.url, pieces })).toEqual([200])
  })

  it('survives a client that hangs up while its user is looked up', async () => {
    const crm = await startCrm()
    let asked = 0
    let identified = (): void => undefined
    const isIdentified = new Promise<void>((resolve) => {
      identified = resolve
    })
    const chat = createProxy(async () => {
      asked += 1
      await isIdentified
      return { id: '1', name: 'Ann Lee' }
    })
    attachSocketIo({ server: crm.server, chat })
    const headers = `${webSocket}Origin: ${crm.url}\r\n`
    const connection = connect(Number(new URL(crm.url).port), '127.0.0.1')
    const head = toHead('GET /socket.io/?EIO=4&transport=websocket', headers).replace(
      '127.0.0.1',
      new URL(crm.url).host,
    )
    connection.write(`${head}\r\n`)
    await eventually(() => expect(asked).toBe(1))
    connection.resetAndDestroy()
    await new Promise((resolve) => connection.once('close', resolve))
    expect((await fetch(`${crm.url}/api/users`)).status).toBe(200)
    identified()
    expect((await fetch(`${crm.url}/api/users`)).status).toBe(200)
  })
})

describe('a path that is taken', () => {
  it.each([
    ['the default one', undefined, undefined],
    ['another one', '/live', '/live'],
    ['one below that of the CRM’s', '/live', '/live/chat'],
  ])('is refused at setup: %s', async (_, own, path) => {
    const crm = await startCrm()
    const socketIo = new Server(crm.server, own === undefined ? {} : { path: own })
    onTestFinished(() => void socketIo.close())
    const attach = (): unknown =>
      attachSocketIo({ server: crm.server, chat: createProxy(), ...(path === undefined ? {} : { path }) })
    expect(attach).toThrow(InvalidOptionsError)
    expect(attach).toThrow(`already has a Socket.IO server at ${path ?? '/socket.io'}`)
    const response = await fetch(`${crm.url}${own ?? '/socket.io'}/?EIO=4&transport=polling`)
    expect(response.status).toBe(200)
  })

  it('is refused to a second proxy, until the first one has left it', async () => {
    const crm = await startCrm()
    const face = attachSocketIo({ server: crm.server, chat: createProxy() })
    expect(() => attachSocketIo({ server: crm.server, chat: createProxy() })).toThrow(InvalidOptionsError)
    await face.close()
    attachSocketIo({ server: crm.server, chat: createProxy() })
    const handshake = { origin: crm.url, cookie: 'session=ann' }
    const response = await fetch(`${crm.url}/socket.io/?EIO=4&transport=polling`, { headers: handshake })
    expect(response.status).toBe(200)
  })

  it('is no obstacle on another server', () => {
    const chat = createProxy()
    const [one, other] = [createServer(), createServer()]
    attachSocketIo({ server: one, chat })
    expect(() => attachSocketIo({ server: other, chat })).not.toThrow()
  })
})

describe('two proxies at one server', () => {
  it('each serve their own path, and let others be answered', async () => {
    const crm = await startCrm()
    attachSocketIo({ server: crm.server, chat: createProxy() })
    attachSocketIo({ server: crm.server, chat: createProxy(), path: '/second' })
    const ask = (path: string, headers = webSocket): Promise<number[]> => {
      const { host } = new URL(crm.url)
      const sent = `${headers}Origin: ${crm.url}\r\nCookie: session=ann\r\n`
      return sendRaw({ url: crm.url, pieces: [`${toHead(`GET ${path}`, sent).replace('127.0.0.1', host)}\r\n`] })
    }
    for (const path of ['/socket.io', '/second']) {
      expect(await ask(`${path}/?EIO=4&transport=websocket`)).toEqual([101])
    }
    expect(await ask('/third')).toEqual([200])
    expect(await ask('/third', h2c)).toEqual([200])
  })
})

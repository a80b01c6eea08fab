import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import WebSocket from 'ws'
import { createScriptedBackend } from '../../test/createScriptedBackend.ts'
import { eventually } from '../../test/eventually.ts'
import { identifyByCookie } from '../../test/identifyByCookie.ts'
import { type RunningServer, startServer } from '../../test/startServer.ts'
import { type ChatProxy, createChatProxy } from '../createChatProxy.ts'
import { attachSocketIo } from './attachSocketIo.ts'

let proxy: ChatProxy
let crm: RunningServer

beforeEach(async () => {
  proxy = createChatProxy({ backend: createScriptedBackend(), identify: identifyByCookie })
  crm = await startServer((_, response) => response.end())
  attachSocketIo({ server: crm.server, chat: proxy })
})

afterEach(async () => {
  await proxy.close()
  await crm.close()
})

const headers = (): Record<string, string> => ({ origin: crm.url, cookie: 'session=ann' })

/** Opens a logged-in page's WebSocket. */
async function openSocket({ protocol, sid = '' }: { protocol: 3 | 4; sid?: string }): Promise<{
  socket: WebSocket
  received: string[]
}> {
  const query = `EIO=${protocol}&transport=websocket${sid && `&sid=${sid}`}`
  const socket = new WebSocket(`${crm.url.replace('http', 'ws')}/socket.io/?${query}`, { headers: headers() })
  onTestFinished(() => socket.terminate())
  const received: string[] = []
  socket.on('message', (data) => received.push(String(data)))
  socket.on('error', () => {})
  await once(socket, 'open')
  return { socket, received }
}

describe('a socket is cut off', () => {
  it.each<[string, 3 | 4, string | Buffer]>([
    ['an unknown namespace', 4, '40/x,'],
    ['an unknown event', 4, '42["message",{}]'],
    ['an event of a namespace that it has not joined', 4, '42/chat,["apiV2IframeConnecting",{}]'],
    ['an acknowledgement', 4, '430[]'],
    ['an attachment', 4, '451-["apiV2IframeConnecting",{"_placeholder":true,"num":0}]'],
    ['bytes', 4, Buffer.from('0')],
    ['more than 4 KiB', 4, `42["apiV2IframeConnecting",{"x":"${'x'.repeat(5_000)}"}]`],
    ['nothing of Socket.IO', 4, 'x'],
    ['a heartbeat of the wrong side', 4, '2'],
    ['an unknown namespace', 3, '40/x,'],
    ['bytes', 3, Buffer.of(4, 0x30)],
    ['a heartbeat of the wrong side', 3, '3'],
  ])('by %s, with version %s of the transport, and not answered', async (_, protocol, frame) => {
    const { socket, received } = await openSocket({ protocol })
    if (protocol === 4) socket.send('40') // Version 3 joins by itself; who has joined nothing is closed after a while.
    await eventually(() => expect(received).toHaveLength(2))
    socket.send(frame)
    await once(socket, 'close')
    expect(received).toHaveLength(2)
    await eventually(() => expect(proxy.health().sockets).toBe(0))
  })

  it.each<[string, 3 | 4, (socket: WebSocket) => void]>([
    ['joining again and again', 4, (socket) => socket.send('40')],
    ['heartbeats without end', 3, (socket) => socket.send('2')],
    ['pings of the WebSocket itself', 4, (socket) => socket.ping()],
    ['pongs of the WebSocket itself', 4, (socket) => socket.pong()],
  ])('by a flood: %s', async (_, protocol, send) => {
    const { socket, received } = await openSocket({ protocol })
    if (protocol === 4) socket.send('40')
    for (let frame = 0; frame < 1_000 && socket.readyState === WebSocket.OPEN; frame += 1) send(socket)
    await once(socket, 'close')
    expect(received.length).toBeLessThanOrEqual(12)
    expect(received).not.toContain('2') // The server's own heartbeat, without which it would close later anyway.
    await eventually(() => expect(proxy.health().sockets).toBe(0))
  })

  it('by a flood while it changes its transport', async () => {
    const opening = await (await fetch(`${crm.url}/socket.io/?EIO=4&transport=polling`, { headers: headers() })).text()
    const { socket, received } = await openSocket({ protocol: 4, sid: JSON.parse(opening.slice(1)).sid })
    for (let frame = 0; frame < 1_000 && socket.readyState === WebSocket.OPEN; frame += 1) socket.send('2probe')
    await once(socket, 'close')
    expect(received.length).toBeLessThanOrEqual(10)
  })
})

it('a socket that says what the samples say, at their pace, stays', async () => {
  const { socket, received } = await openSocket({ protocol: 4 })
  for (const frame of ['40', '40/chat,', '42["apiV2IframeConnecting",{}]', '42/chat,["counterConnecting",{}]', '3'])
    socket.send(frame)
  await eventually(() => expect(received).toHaveLength(3))
  expect(received[1]).toMatch(/^40\{"sid":"[\w-]+"\}$/)
  expect(received[2]).toMatch(/^40\/chat,\{"sid":"[\w-]+"\}$/)
  expect(socket.readyState).toBe(WebSocket.OPEN)
})

describe('a refused handshake', () => {
  it.each([
    ['nobody', { cookie: 'session=none' }, 401, 'unauthenticated'],
    ['a foreign page', { origin: 'https://evil.com' }, 403, 'foreign_origin'],
  ])('of %s says why, over both transports', async (_, given, status, code) => {
    const sent = { ...headers(), ...given }
    const polling = await fetch(`${crm.url}/socket.io/?EIO=4&transport=polling`, { headers: sent })
    expect(polling.status).toBe(status)
    expect(await polling.json()).toMatchObject({ message: code })
    const socket = new WebSocket(`${crm.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      headers: sent,
    })
    const [, response] = await once(socket, 'unexpected-response')
    expect(response.statusCode).toBe(status)
  })

  it('of a server that drains is 503, with a time to try again', async () => {
    await fetch(`${crm.url}/socket.io/?EIO=4&transport=polling`, { headers: headers() })
    await proxy.drain({ deadlineMs: 1_000 })
    const response = await fetch(`${crm.url}/socket.io/?EIO=4&transport=polling`, { headers: headers() })
    expect(response.status).toBe(503)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
  })
})

import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFakeClock, type FakeClock } from '../../test/createFakeClock.ts'
import { createScriptedBackend, type ScriptedBackend } from '../../test/createScriptedBackend.ts'
import { eventually } from '../../test/eventually.ts'
import { identifyByCookie } from '../../test/identifyByCookie.ts'
import { openPollingPage } from '../../test/pollingPage.ts'
import { type RunningServer, startServer } from '../../test/startServer.ts'
import { type ChatProxy, createChatProxy } from '../createChatProxy.ts'
import type { ChatUser } from '../identity/chatUser.ts'
import { attachSocketIo } from './attachSocketIo.ts'
import { toNode } from './toNode.ts'

let backend: ScriptedBackend
let clock: FakeClock
let proxy: ChatProxy
let crm: RunningServer
let face: { close: () => Promise<void> }
let whoIs: (request: Request) => ChatUser | null
const sockets: Socket[] = []

beforeEach(async () => {
  backend = createScriptedBackend()
  clock = createFakeClock()
  whoIs = identifyByCookie
  proxy = createChatProxy({ backend, clock, identify: (request) => whoIs(request) })
  crm = await startServer(toNode(proxy))
  face = attachSocketIo({ server: crm.server, chat: proxy })
})

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.disconnect()
  await face.close()
  await proxy.close()
  await crm.close()
})

/** Connects a page of ours that does not reconnect by itself. */
async function connectPage(
  options: object = {},
): Promise<{ socket: Socket; received: unknown[]; left: () => Promise<string> }> {
  const received: unknown[] = []
  const extraHeaders = { origin: crm.url, cookie: 'session=ann' }
  const socket = io(crm.url, { forceNew: true, reconnection: false, extraHeaders, ...options })
  sockets.push(socket)
  socket.on('apiV2Notify', (data) => received.push(data))
  const disconnected = new Promise<string>((resolve) => socket.on('disconnect', resolve))
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve)
    socket.on('connect_error', reject)
  })
  return { socket, received, left: () => disconnected }
}

describe('a page', () => {
  it('receives nothing while the number is unknown, and no number twice', async () => {
    const { socket, received } = await connectPage()
    socket.emit('apiV2IframeConnecting', {})
    await eventually(() => expect(backend.open.has('1')).toBe(true))
    backend.drop('1')
    const sendTwice = (count: number): void => {
      for (let time = 0; time < 2; time += 1) {
        backend.send('1', count)
        clock.advance(50)
      }
    }
    sendTwice(2)
    await eventually(() => expect(received).toEqual([{ counter: 2 }]))
    sendTwice(3)
    await eventually(() => expect(received).toEqual([{ counter: 2 }, { counter: 3 }]))
  })

  it('receives nothing before its first event', async () => {
    const { socket, received } = await connectPage()
    backend.send('1', 2)
    clock.advance(50)
    socket.emit('apiV2IframeConnecting', {})
    backend.send('1', 3)
    await eventually(() => expect(received.at(-1)).toEqual({ counter: 3 }))
    expect(received).toEqual([{ counter: 3 }])
  })

  it('that sends its event again receives the number again', async () => {
    const { socket, received } = await connectPage()
    backend.send('1', 2)
    socket.emit('apiV2IframeConnecting', {})
    await eventually(() => expect(received).toHaveLength(1))
    socket.emit('apiV2IframeConnecting', {})
    await eventually(() => expect(received).toEqual([{ counter: 2 }, { counter: 2 }]))
  })

  it('shares its upstream socket with the user’s streams', async () => {
    await connectPage()
    await connectPage()
    await proxy.fetch(new Request(`${crm.url}/chat/events`, { headers: { cookie: 'session=ann' } }))
    expect(backend.opened()).toBe(1)
  })
})

describe('a slow page', () => {
  it('gets the newest number when it reads again, not those it missed', async () => {
    const page = await openPollingPage({ url: crm.url, headers: { origin: crm.url, cookie: 'session=ann' } })
    await page.send('42["apiV2IframeConnecting",{}]')
    for (let count = 1; count <= 400; count += 1) {
      backend.send('1', count)
      clock.advance(50)
    }
    expect(await page.poll()).toEqual(['42["apiV2Notify",{"counter":400}]'])
  })
})

describe('a page is disconnected', () => {
  it.each([
    ['sends another event', ['iframeConnecting', {}]],
    ['plays the server', ['apiV2Notify', { counter: 9 }]],
    ['names a property of every object', ['__proto__', {}]],
    ['sends bytes', ['message', new Uint8Array(8)]],
  ])('when it %s', async (_, [event, payload]) => {
    const { socket, left } = await connectPage({ transports: ['websocket'] })
    socket.emit(String(event), payload)
    expect(await left()).toBe('transport close')
  })

  it.each(['polling', 'websocket'])('when it sends more than 4 KB over %s', async (transport) => {
    const { socket, left } = await connectPage({ transports: [transport] })
    socket.emit('apiV2IframeConnecting', { userId: 'x'.repeat(5_000) })
    expect(await left()).toMatch(/transport (close|error)/)
  })

  it('when its user logs out', async () => {
    const { left } = await connectPage({ transports: ['websocket'] })
    proxy.revoke('1')
    expect(await left()).toBe('transport close')
  })

  it('at the next check after its session is over', async () => {
    const { left } = await connectPage({ transports: ['websocket'] })
    whoIs = () => null
    for (let second = 0; second < 72; second += 1) {
      clock.advance(1_000)
      await new Promise((resolve) => setImmediate(resolve)) // The CRM takes less than two seconds to look a session up.
    }
    expect(await left()).toBe('transport close')
  })

  it('when the proxy closes, and then holds nothing open', async () => {
    const { left } = await connectPage({ transports: ['websocket'] })
    await proxy.close()
    expect(await left()).toBe('transport close')
    expect(backend.open.size).toBe(0)
    expect(clock.pending()).toBe(0)
  })

  it('and its counter closes some time later', async () => {
    const { socket } = await connectPage()
    socket.disconnect()
    await eventually(() => expect(proxy.health().sockets).toBe(0))
    clock.advance(20_000)
    expect(backend.open.size).toBe(0)
  })
})

describe('a user’s 21st socket', () => {
  it('takes the place of the oldest one', async () => {
    const pages = [await connectPage({ transports: ['websocket'] })]
    for (let more = 0; more < 20; more += 1) pages.push(await connectPage({ transports: ['websocket'] }))
    expect(await pages[0]?.left()).toMatch(/^transport (close|error)$/)
    expect(pages.slice(1).every(({ socket }) => socket.connected)).toBe(true)
    expect(proxy.health()).toMatchObject({ sockets: 20 })
  })
})

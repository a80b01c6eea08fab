import { createSandbox, type Sandbox } from 'crm-chat-sandbox'
import { io as io48 } from 'socket.io-client'
import { connect as connect25 } from 'socket.io-client-2'
import { io as io413 } from 'socket.io-client-4.1'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { eventually } from '../../test/eventually.ts'
import { identifyByCookie } from '../../test/identifyByCookie.ts'
import { type RunningServer, startServer } from '../../test/startServer.ts'
import { wazzupV2 } from '../backends/wazzup-v2/backend.ts'
import { type ChatProxy, createChatProxy } from '../createChatProxy.ts'
import type { ChatUser } from '../identity/chatUser.ts'
import { attachSocketIo } from './attachSocketIo.ts'
import { toNode } from './toNode.ts'

/** The part of a client that scripts after the vendor's documents use. */
interface ScriptSocket {
  on: (event: string, listener: (data: unknown) => void) => unknown
  emit: (event: string, data?: unknown) => unknown
  disconnect: () => unknown
}
type Connect = (url: string, options: object) => ScriptSocket

const clients: [string, Connect][] = [
  ['4.8', io48],
  ['4.1.3', io413],
  ['2.5.0', connect25],
]
const ivan = { chatType: 'whatsapp', chatId: '79998887766' } as const

let sandbox: Sandbox
let crm: RunningServer
let proxy: ChatProxy
let face: { close: () => Promise<void> }
const sockets: ScriptSocket[] = []

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 })
})

beforeEach(async () => {
  await sandbox.reset()
  const backend = wazzupV2({ apiKey: sandbox.apiKey, baseUrl: sandbox.url })
  proxy = createChatProxy({ backend, identify: identifyByCookie, authorizeChats: () => true })
  await proxy.saveContacts([{ id: 'c1', name: 'Ivan', responsibleUserId: '1', chats: [ivan] }])
  crm = await startServer(toNode(proxy))
  face = attachSocketIo({ server: crm.server, chat: proxy })
})

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.disconnect()
  await face.close()
  await proxy.close()
  await crm.close()
})

afterAll(() => sandbox.close())

/**
 * Runs the vendor's own example, with the CRM's address and no key. A browser adds origin and cookie by itself. For
 * Socket.IO 2 in Node that takes `forceNode`: Node's own WebSocket, which it prefers, takes no headers.
 */
function runScript({
  connect,
  url = crm.url,
  cookie = 'session=ann',
  options = {},
  payload = { userId: '1' },
}: {
  connect: Connect
  url?: string
  cookie?: string
  options?: object
  payload?: unknown
}): { received: unknown[]; socket: ScriptSocket } {
  const received: unknown[] = []
  const extraHeaders = { origin: crm.url, cookie }
  const socket = connect(url, { forceNew: true, forceNode: true, extraHeaders, ...options })
  sockets.push(socket)
  socket.on('connect', () => socket.emit('apiV2IframeConnecting', payload))
  socket.on('apiV2Notify', (data) => received.push(data))
  return { received, socket }
}

/** Serves the sockets of a proxy that identifies its users in another way. @returns the URL */
async function startSocketsOf(identify: (request: Request) => ChatUser | null): Promise<string> {
  const backend = wazzupV2({ apiKey: sandbox.apiKey, baseUrl: sandbox.url })
  const other = createChatProxy({ backend, identify })
  const { url, server, close } = await startServer(toNode(other))
  const otherFace = attachSocketIo({ server, chat: other })
  onTestFinished(async () => {
    await otherFace.close()
    await other.close()
    await close()
  })
  return url
}

describe.each(clients)('a script with Socket.IO %s', (_, connect) => {
  it.each(['polling', 'websocket'])('receives the number at once and on each change, over %s', async (transport) => {
    const { received } = runScript({ connect, options: { transports: [transport] } })
    await eventually(() => expect(received).toEqual([{ counter: 0 }]))
    await sandbox.simulate.message({ ...ivan, text: 'Is it ready?' })
    await eventually(() => expect(received).toEqual([{ counter: 0 }, { counter: 1 }]))
  })

  it('receives it with the client’s own choice of transports, and in the namespace of the base path', async () => {
    await sandbox.simulate.message({ ...ivan, text: 'Is it ready?' })
    const root = runScript({ connect })
    const chat = runScript({ connect, url: `${crm.url}/chat` })
    await eventually(() => expect(root.received).toEqual([{ counter: 1 }]))
    await eventually(() => expect(chat.received).toEqual([{ counter: 1 }]))
  })

  it('receives the number of the session’s user, whatever user it names', async () => {
    await sandbox.simulate.message({ ...ivan, text: 'Is it ready?' })
    const spoofs = [{ userId: '1', apiKey: sandbox.apiKey }, { userId: ['1'] }, '1', null, undefined]
    const bobs = spoofs.map((payload) => runScript({ connect, cookie: 'session=bob', payload }))
    const ann = runScript({ connect, payload: { userId: '2' } })
    await eventually(() => expect(ann.received).toEqual([{ counter: 1 }]))
    for (const bob of bobs) await eventually(() => expect(bob.received).toEqual([{ counter: 0 }]))
  })
})

describe.each(clients)('a script on a server with Socket.IO %s, without origin and cookie', (_, connect) => {
  /** Uses Node's own WebSocket where there is one, from Node 22 on: it takes no headers. */
  const plain = { forceNode: false, extraHeaders: {} }

  it.each(['polling', 'websocket'])('receives the number of the user in its URL, over %s', async (transport) => {
    const url = await startSocketsOf((request) => {
      const isAnn = new URL(request.url).searchParams.get('ticket') === 'ann'
      return isAnn ? { id: '1', name: 'Ann Lee' } : null
    })
    const options = { ...plain, transports: [transport] }
    const ann = runScript({ connect, url, options: { ...options, query: { ticket: 'ann' } } })
    const nobody = runScript({ connect, url, options: { ...options, query: { ticket: 'nobody' } } })
    await eventually(() => expect(ann.received).toEqual([{ counter: 0 }]))
    await sandbox.simulate.message({ ...ivan, text: 'Is it ready?' })
    await eventually(() => expect(ann.received).toEqual([{ counter: 0 }, { counter: 1 }]))
    expect(nobody.received).toEqual([])
  })

  it('is refused where users are identified by a cookie', async () => {
    const { socket, received } = runScript({ connect, options: { ...plain, transports: ['websocket'] } })
    await new Promise((resolve) => socket.on('connect_error', resolve))
    expect(received).toEqual([])
  })
})

describe('beside the CRM’s own server', () => {
  it('other requests work as before', async () => {
    const response = await fetch(`${crm.url}/chat/session`, { headers: { cookie: 'session=ann' } })
    expect(response.status).toBe(200)
  })

  it('closing refuses new sockets and leaves the server running', async () => {
    await face.close()
    const handshake = `${crm.url}/socket.io/?EIO=4&transport=polling`
    expect((await fetch(handshake, { headers: { origin: crm.url, cookie: 'session=ann' } })).status).toBe(503)
    expect((await fetch(`${crm.url}/chat/session`, { headers: { cookie: 'session=ann' } })).status).toBe(200)
  })

  it('the path may be another one', async () => {
    const other = await startServer(toNode(proxy))
    const otherFace = attachSocketIo({ server: other.server, chat: proxy, path: '/live' })
    const extraHeaders = { origin: other.url, cookie: 'session=ann' }
    const { received } = runScript({ connect: io48, url: other.url, options: { path: '/live', extraHeaders } })
    await eventually(() => expect(received).toEqual([{ counter: 0 }]))
    await otherFace.close()
    await other.close()
  })

  it('anything but a proxy is refused at setup', () => {
    expect(() => attachSocketIo({ server: crm.server, chat: { ...proxy } })).toThrow(/createChatProxy returned/)
  })
})

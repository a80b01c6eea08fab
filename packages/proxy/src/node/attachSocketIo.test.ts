import { createSandbox, type Sandbox } from 'crm-chat-sandbox'
import { io as io48 } from 'socket.io-client'
import { connect as connect25 } from 'socket.io-client-2'
import { io as io413 } from 'socket.io-client-4.1'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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
 * The vendor's own example, with the CRM's address and no key. A browser adds origin and cookie by itself; in Node the
 * client of Socket.IO 2 adds them if it may use a WebSocket that takes headers, which Node's own does not.
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

/** The face of a proxy that knows its users by other means. */
async function startFaceOf(
  identify: (request: Request) => ChatUser | null,
): Promise<{ url: string; close: () => Promise<void> }> {
  const backend = wazzupV2({ apiKey: sandbox.apiKey, baseUrl: sandbox.url })
  const other = createChatProxy({ backend, identify })
  const server = await startServer(toNode(other))
  const otherFace = attachSocketIo({ server: server.server, chat: other })
  return {
    url: server.url,
    close: async () => {
      await otherFace.close()
      await other.close()
      await server.close()
    },
  }
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

describe.each(clients)(
  'a script on a server with Socket.IO %s, which sends neither origin nor cookie',
  (_, connect) => {
    /** Node's own WebSocket where there is one, as with Node 22: it takes no headers. */
    const asIsUsual = { forceNode: false, extraHeaders: {} }

    it.each(['polling', 'websocket'])(
      'receives the number of the user whom its address proves, over %s',
      async (transport) => {
        const { url, close } = await startFaceOf((request) => {
          const isAnn = new URL(request.url).searchParams.get('ticket') === 'of-ann'
          return isAnn ? { id: '1', name: 'Ann Lee' } : null
        })
        const transports = [transport]
        const { received } = runScript({
          connect,
          url,
          options: { ...asIsUsual, transports, query: { ticket: 'of-ann' } },
        })
        const nobody = runScript({ connect, url, options: { ...asIsUsual, transports, query: { ticket: 'of-bob' } } })
        await eventually(() => expect(received).toEqual([{ counter: 0 }]))
        await sandbox.simulate.message({ ...ivan, text: 'Is it ready?' })
        await eventually(() => expect(received).toEqual([{ counter: 0 }, { counter: 1 }]))
        expect(nobody.received).toEqual([])
        await close()
      },
    )

    it('is nobody where users are known by a cookie', async () => {
      const { socket, received } = runScript({ connect, options: { ...asIsUsual, transports: ['websocket'] } })
      const failed = new Promise((resolve) => socket.on('connect_error', resolve))
      await failed
      expect(received).toEqual([])
    })
  },
)

describe('beside the CRM’s own server', () => {
  it('other requests work as before', async () => {
    const response = await fetch(`${crm.url}/chat/session`, { headers: { cookie: 'session=ann' } })
    expect(response.status).toBe(200)
  })

  it('closing refuses new sockets and leaves the server running', async () => {
    await face.close()
    const handshake = `${crm.url}/socket.io/?EIO=4&transport=polling`
    expect((await fetch(handshake, { headers: { origin: crm.url, cookie: 'session=ann' } })).status).toBe(403)
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

import { randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import { createSandbox } from 'crm-chat-sandbox'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createLog } from '../test/createLog.ts'
import { eventually } from '../test/eventually.ts'
import { identifyByCookie } from '../test/identifyByCookie.ts'
import { toKeyFaults } from '../test/keyFaults.ts'
import { toKeyForms } from '../test/keyForms.ts'
import { countOf, readEvents } from '../test/readEvents.ts'
import { get, post } from '../test/requests.ts'
import { type RunningServer, startServer } from '../test/startServer.ts'
import { startUpstream, type Upstream } from '../test/startUpstream.ts'
import type { Backend, ChatContact } from './backend.ts'
import { wazzupV2 } from './backends/wazzup-v2/backend.ts'
import { type ChatProxy, createChatProxy } from './createChatProxy.ts'
import { attachSocketIo } from './node/attachSocketIo.ts'
import { toNode } from './node/toNode.ts'

/** With characters that each encoding writes in another way. */
const key = `CANARY-${randomBytes(12).toString('hex')}/+"&<\\%41`
const forms = toKeyForms(key)

/** Everything that left the proxy towards a browser, the log or a developer's screen. */
const seen: string[] = []

let upstream: Upstream
let log: ReturnType<typeof createLog>
let backend: Backend
let proxy: ChatProxy

beforeEach(async () => {
  seen.length = 0
  log = createLog()
  upstream = await startUpstream()
  proxy = setUp()
})

function setUp(): ChatProxy {
  backend = wazzupV2({ apiKey: key, baseUrl: upstream.url, timeoutMs: 300 })
  return createChatProxy({
    backend,
    identify: (request) => {
      if (request.headers.get('cookie') === 'session=broken') throw new Error(`cannot read session with ${key}`)
      return identifyByCookie(request)
    },
    authorizeChats: ({ chats }) => {
      if (chats[0]?.chatId === '79990000000') throw new Error(`no database at https://user:${key}@host`)
      return true
    },
    logger: log,
    limits: { firstValueTimeoutMs: 50, lingerMs: 1 },
  })
}

afterEach(async () => {
  await proxy.close()
  await upstream.close()
})

/** Looks for every form of the key, in any case. */
function expectNoKey(): void {
  const all = [...seen, JSON.stringify(log.lines)].join('\n').toLowerCase()
  expect(all.length).toBeGreaterThan(100)
  expect(forms.filter((form) => all.includes(form))).toEqual([])
}

async function see(response: Response): Promise<void> {
  const isStream = response.headers.get('content-type') === 'text/event-stream'
  const text = isStream ? await readEvents(response).next() : await response.text()
  seen.push(`${response.status} ${JSON.stringify([...response.headers])} ${text}`)
}

const ivan = { chatType: 'whatsapp', chatId: '79998887766' } as const
const card = { scope: 'card', chats: [{ ...ivan, name: 'Ivan' }] }
const requests = (): Request[] => [
  get('/chat/session'),
  get('/chat/unanswered'),
  get('/chat/events'),
  get('/chat/nothing'),
  get('/chat/window'),
  get('/chat/session', { cookie: 'session=none' }),
  get('/chat/session', { cookie: 'session=broken' }),
  get('/chat/session', { origin: 'https://evil.com' }),
  post('/chat/window', { scope: 'global' }),
  post('/chat/window', card),
  post('/chat/window', { scope: 'card', chats: [{ chatType: 'whatsapp', chatId: '79990000000' }] }),
  post('/chat/window', { scope: 'card', chats: [{ chatType: 'whatsapp', chatId: '+7' }] }),
  post('/chat/window', { scope: 'global', user: { id: '2' } }),
  post('/chat/window', 'not JSON'),
  post('/chat/window', `"${'x'.repeat(70_000)}"`),
]

const faults = toKeyFaults({ key, forms })

it.each(faults)('no response and no log line holds the key when the vendor sends $name', async ({ respond }) => {
  upstream.onRequest(respond)
  for (const request of requests()) await see(await proxy.fetch(request))
  const contact: ChatContact = { id: 'c1', name: 'Ivan', responsibleUserId: '1', chats: [ivan] }
  const fresh = setUp() // The other one leaves a vendor alone that has refused the key.
  const failure = await fresh.saveContacts([contact], { retryForMs: 0 }).catch((error: unknown) => error)
  expect(upstream.requests.map(({ method }) => method)).toContain('PATCH') // Its counters go on asking meanwhile.
  seen.push(inspect(failure, { depth: 20, showHidden: true }), JSON.stringify(failure) ?? '')
  expect(upstream.requests.some((request) => request.headers.authorization?.includes(key))).toBe(true)
  expectNoKey()
})

it('printing the proxy, its backend and its options shows no key, before and after use', async () => {
  const show = (): void => {
    for (const thing of [proxy, backend, { backend, proxy }]) {
      seen.push(inspect(thing, { depth: 20, showHidden: true, getters: true }), JSON.stringify(thing), String(thing))
    }
  }
  show()
  await proxy.fetch(post('/chat/window', card))
  const events = readEvents(await proxy.fetch(get('/chat/events')))
  await events.next()
  show()
  await events.cancel()
  expectNoKey()
})

it('a counter socket that repeats the key brings none of it to a page', async () => {
  const vendor = await startServer((_, response) => response.end())
  const vendorSocket = new Server(vendor.server)
  vendorSocket.on('connection', (socket) => {
    socket.on('apiV2IframeConnecting', (data) => {
      socket.emit('apiV2Notify', { counter: `${data.apiKey}` })
      socket.emit(data.apiKey, data)
      socket.emit('apiV2Notify', { counter: 4, ...data })
    })
  })
  const crm = await mount(wazzupV2({ apiKey: key, baseUrl: vendor.url }))
  const events = readEvents(await fetch(`${crm.url}/chat/events`, { headers: { cookie: 'session=ann' } }))
  for (let count: unknown; count !== 4; ) {
    const block = await events.next()
    seen.push(String(block))
    count = countOf(block)
  }
  await events.cancel()
  await crm.close()
  await vendorSocket.close()
  expectNoKey()
})

it('a page that gets the counter over Socket.IO receives no key, and none that it sends is logged', async () => {
  const sandbox = await createSandbox({ port: 0, apiKey: key })
  const crm = await mount(wazzupV2({ apiKey: key, baseUrl: sandbox.url }))
  const extraHeaders = { origin: crm.url, cookie: 'session=ann' }
  const socket = io(crm.url, { forceNew: true, extraHeaders })
  socket.io.engine?.on('packet', (packet) => seen.push(JSON.stringify(packet)))
  socket.io.on('open', () => socket.io.engine.on('packet', (packet) => seen.push(JSON.stringify(packet))))
  socket.on('connect', () => socket.emit('apiV2IframeConnecting', { apiKey: key, userId: '2' }))
  await eventually(() => expect(seen.join()).toContain('apiV2Notify'))
  socket.disconnect()
  await crm.close()
  await sandbox.close()
  expectNoKey()
})

/** A CRM with both faces of a proxy. */
async function mount(own: Backend): Promise<Pick<RunningServer, 'url' | 'close'>> {
  const chat = createChatProxy({ backend: own, identify: identifyByCookie, logger: log })
  const crm = await startServer(toNode(chat))
  const face = attachSocketIo({ server: crm.server, chat })
  return {
    url: crm.url,
    close: async () => {
      await face.close()
      await chat.close()
      await crm.close()
    },
  }
}

import { io as io48 } from 'socket.io-client'
import { connect as connect25 } from 'socket.io-client-2'
import { io as io413 } from 'socket.io-client-4.1'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createLog } from '../../test/createLog.ts'
import { createScriptedBackend, type ScriptedBackend } from '../../test/createScriptedBackend.ts'
import { eventually } from '../../test/eventually.ts'
import { identifyByCookie } from '../../test/identifyByCookie.ts'
import { type RunningServer, startServer } from '../../test/startServer.ts'
import { type ChatProxy, createChatProxy } from '../createChatProxy.ts'
import { InvalidOptionsError } from '../errors.ts'
import { attachSocketIo } from './attachSocketIo.ts'

interface ScriptSocket {
  on: (event: string, listener: (data: unknown) => void) => unknown
  emit: (event: string, data?: unknown) => unknown
  disconnect: () => unknown
}

const clients: [string, (url: string, options: object) => ScriptSocket][] = [
  ['4.8', io48],
  ['4.1.3', io413],
  ['2.5.0', connect25],
]

const key = 'CANARY-key-of-the-account'

let backend: ScriptedBackend
let proxy: ChatProxy
let crm: RunningServer
let log: ReturnType<typeof createLog>

beforeEach(async () => {
  backend = createScriptedBackend()
  log = createLog()
  proxy = createChatProxy({ backend, identify: identifyByCookie, logger: log })
  crm = await startServer((_, response) => response.writeHead(418).end())
  attachSocketIo({ server: crm.server, chat: proxy })
})

afterEach(async () => {
  await proxy.close()
  await crm.close()
})

const findHost = async (path = `/counters/ws_host/api_v3/${key}`): Promise<string> => {
  const { host } = (await (await fetch(`${crm.url}${path}`)).json()) as { host: string }
  return host
}

describe.each(clients)('the vendor’s script for API v3, with Socket.IO %s', (_, connect) => {
  it.each([
    ['the vendor’s transports', { transports: ['websocket', 'polling'] }],
    ['polling', { transports: ['polling'] }],
  ])('receives number and tone at once and on each change, over %s', async (_, transports) => {
    const received: unknown[] = []
    const extraHeaders = { origin: crm.url, cookie: 'session=ann' }
    const options = { path: '/ws-counters/', forceNew: true, forceNode: true, extraHeaders, ...transports }
    const socket = connect(`http://${await findHost()}`, options)
    onTestFinished(() => void socket.disconnect())
    socket.on('connect', () => socket.emit('counterConnecting', { type: 'api_v3', apiKey: key, userId: '2' }))
    socket.on('counterUpdate', (data) => received.push(data))
    await eventually(() => expect(backend.open.has('1')).toBe(true))
    backend.send('1', 3)
    await eventually(() => expect(received).toEqual([{ counter: 3, counterV2: 3, type: 'red' }]))
    await eventually(() => {
      backend.send('1', 0)
      expect(received).toEqual([
        { counter: 3, counterV2: 3, type: 'red' },
        { counter: 0, counterV2: 0, type: null },
      ])
    })
    expect([...backend.open.keys()]).toEqual(['1'])
    expect(JSON.stringify(log.lines)).not.toContain(key)
  })
})

describe('the lookup of the host', () => {
  it('names the CRM’s own, whatever stands for the key', async () => {
    expect(await findHost('/counters/ws_host/api_v3/anything')).toBe(new URL(crm.url).host)
  })

  it('reads only, and keeps out of caches', async () => {
    const response = await fetch(`${crm.url}/counters/ws_host/api_v3/x`)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const posted = await fetch(`${crm.url}/counters/ws_host/api_v3/x`, { method: 'POST', body: 'x' })
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET'])
  })

  it('leaves other paths to the CRM', async () => {
    expect((await fetch(`${crm.url}/counters/mine`)).status).toBe(418)
  })
})

describe('a second proxy at the same server', () => {
  it('leaves those paths to the first one, unless it asks for them', () => {
    const other = createChatProxy({ backend, identify: identifyByCookie })
    expect(() => attachSocketIo({ server: crm.server, chat: other, path: '/other', v3: true })).toThrow(
      InvalidOptionsError,
    )
    expect(() => attachSocketIo({ server: crm.server, chat: other, path: '/other' })).not.toThrow()
  })
})

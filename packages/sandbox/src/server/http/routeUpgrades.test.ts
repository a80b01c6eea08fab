import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listStatuses, sendRaw } from '../../../test/sendRaw.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { createSandbox, type Sandbox } from '../../index.ts'

/** The headers of Java's own client and of `curl --http2`. */
const h2c = 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABk\r\n'
const webSocket =
  'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n'

const head = ({ apiKey }: Sandbox, line: string, headers = h2c): string =>
  `${line} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${apiKey}\r\n${headers}`

/** Sends one request, and reads its response. @returns the status, or nothing without a response */
async function ask({
  sandbox,
  line,
  headers,
  port = sandbox.port,
}: {
  sandbox: Sandbox
  line: string
  headers?: string
  port?: number
}): Promise<number | undefined> {
  const pieces = [`${head(sandbox, line, headers)}\r\n`]
  return listStatuses(await sendRaw({ port, pieces, until: (text) => listStatuses(text).length > 0 }))[0]
}

const message = JSON.stringify({
  channelId: '3376e1c3-26a6-478b-b964-72bf01cc22cb',
  chatType: 'whatsapp',
  chatId: '79998887766',
  text: 'Hello',
})
const hasMessageId = (received: string): boolean => received.includes('"messageId"')

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 })
})

afterAll(() => sandbox.close())

describe('a request that asks for another protocol', () => {
  it.each([
    ['GET /v2/channels', 401],
    ['GET /v3/channels', 200],
    ['GET /v3/nothing', 501],
    ['GET /tech/v2/channels', 200],
    ['GET /whatomate/api/contacts', 401],
    ['GET /whatomate/ws', 404],
    ['GET /socket.io/?EIO=4&transport=polling', 200],
    ['GET /ws-counters/?EIO=4&transport=polling', 200],
    ['GET /livez', 200],
    ['GET //', 404],
  ])('%s is answered as if it did not: %s', async (line, status) => {
    expect(await ask({ sandbox, line })).toBe(status)
  })

  it.each([
    ['a WebSocket where there is none', 'GET /v3/channels', webSocket, 200],
    ['another protocol than h2c', 'GET /v3/channels', 'Connection: Upgrade\r\nUpgrade: TLS/1.0\r\n', 200],
    ['a WebSocket by POST', 'POST /v3/nothing', webSocket, 501],
    ['a tunnel', 'CONNECT 127.0.0.1:443', '', 405],
    ['a trace', 'TRACE /livez', '', 404],
    ['an unknown method', 'PROPFIND /livez', '', 404],
    ['a request about the whole server', 'OPTIONS *', '', 400],
  ])('%s gets a response', async (_, line, headers, status) => {
    expect(await ask({ sandbox, line, headers })).toBe(status)
  })

  it.each([
    ['in one piece with its head', [`Content-Length: ${message.length}\r\n\r\n${message}`]],
    ['in two', [`Content-Length: ${message.length}\r\n\r\n${message.slice(0, 30)}`, message.slice(30)]],
    ['after its head', [`Content-Length: ${message.length}\r\n\r\n`, message]],
    ['in chunks', [`Transfer-Encoding: chunked\r\n\r\n${message.length.toString(16)}\r\n${message}\r\n`, '0\r\n\r\n']],
  ])('keeps its body, sent %s', async (_, pieces) => {
    const [first = '', ...rest] = pieces
    const start = head(sandbox, 'POST /v3/message', `${h2c}Content-Type: application/json\r\n`)
    const received = await sendRaw({ port: sandbox.port, pieces: [start + first, ...rest], until: hasMessageId })
    expect(listStatuses(received)).toEqual([201])
  })

  it('leaves the connection to the requests after it, and waits for those before', async () => {
    const plain = `${head(sandbox, 'GET /v3/channels', '')}\r\n`
    const pieces = [`${plain}${head(sandbox, 'GET /v3/users')}\r\n${plain}`]
    const received = await sendRaw({
      port: sandbox.port,
      pieces,
      until: (text) => listStatuses(text).length === 3,
    })
    expect(listStatuses(received)).toEqual([200, 200, 200])
  })

  it('gets a response at the ports of the vendors too, at their own paths', async () => {
    const other = await startSandbox({ vendorPorts: true })
    const port = Number(new URL(other.vendorUrls?.['tech.wazzup24.com'] ?? '').port)
    const pieces = ['GET /v2/channels', 'GET /v2/users'].map((line) => `${head(other, line)}\r\n`)
    const received = await sendRaw({ port, pieces, until: (text) => listStatuses(text).length === 2 })
    expect(listStatuses(received)).toEqual([200, 200])
    expect(await ask({ sandbox: other, line: 'GET /v2/channels', headers: webSocket, port })).toBe(200)
  })
})

describe('a client that hangs up', () => {
  it('while its WebSocket is looked at leaves the sandbox running', async () => {
    for (const path of ['/whatomate/ws?token=x', '/socket.io/?EIO=4&transport=websocket', '/livez']) {
      const connection = connect(sandbox.port, '127.0.0.1')
      connection.write(`${head(sandbox, `GET ${path}`, webSocket)}\r\n`, () => connection.resetAndDestroy())
      await new Promise((resolve) => connection.once('close', resolve))
    }
    expect(await ask({ sandbox, line: 'GET /livez' })).toBe(200)
  })
})

import type { ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, it, vi } from 'vitest'
import { eventually } from '../../test/eventually.ts'
import { type RunningServer, startServer } from '../../test/startServer.ts'
import type { ChatResponse, StreamSink } from '../http/exchange.ts'
import { writeResponse } from './writeResponse.ts'

const chunk = new Uint8Array(64 * 1024)

let crm: RunningServer | undefined

afterEach(() => crm?.close())

/** A stream without an end, which writes as long as its sink takes more. */
interface Endless {
  chatResponse: ChatResponse
  sink: () => StreamSink
  written: () => number
  closed: () => number
}

function createEndless(): Endless {
  let written = 0
  let closed = 0
  let sink: StreamSink | undefined
  function fill(): void {
    do written += 1
    while (sink?.write(chunk))
  }
  return {
    chatResponse: {
      status: 200,
      headers: { 'content-type': 'text/plain' },
      stream: {
        open: (own) => {
          sink = own
          own.onDrain(fill)
          own.onClose(() => {
            closed += 1
          })
          fill()
        },
      },
    },
    sink: () => {
      if (sink) return sink
      throw new Error('The stream is not open.')
    },
    written: () => written,
    closed: () => closed,
  }
}

/** Opens a page that sends a request and does not read the response. */
async function openPaused({ chatResponse }: Endless): Promise<Socket> {
  crm = await startServer((_, response) => writeResponse({ chatResponse, response }))
  const socket = connect(Number(new URL(crm.url).port), '127.0.0.1')
  socket.pause()
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
  return socket
}

/** Waits until the network accepts no more. */
async function waitUntilFull(written: () => number): Promise<number> {
  let last = -1
  await vi.waitFor(
    () => {
      const now = written()
      const isFull = now > 0 && now === last
      last = now
      expect(isFull).toBe(true)
    },
    { interval: 100, timeout: 45_000 },
  )
  return last
}

it('says when the client does not read, with the bytes that wait, and when it reads again', async () => {
  const endless = createEndless()
  const socket = await openPaused(endless)
  const full = await waitUntilFull(endless.written)
  expect(full * chunk.byteLength).toBeLessThan(64 * 1024 * 1024) // What the system buffers, and no more.
  expect(endless.sink().bufferedBytes()).toBeGreaterThan(0)
  socket.resume()
  await eventually(() => expect(endless.written()).toBeGreaterThan(full))
  socket.destroy()
})

it('tells the stream once when the client is gone', async () => {
  const endless = createEndless()
  const socket = await openPaused(endless)
  await waitUntilFull(endless.written)
  socket.destroy()
  await eventually(() => expect(endless.closed()).toBe(1))
  expect(endless.sink().write(chunk)).toBe(false)
})

it('tells the stream when the client has disconnected before', async () => {
  const endless = createEndless()
  crm = await startServer((_, response) => {
    response.once('close', () => writeResponse({ chatResponse: endless.chatResponse, response }))
  })
  const socket = connect(Number(new URL(crm.url).port), '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n', () => socket.destroy())
  await eventually(() => expect(endless.closed()).toBe(1))
  expect(endless.sink().bufferedBytes()).toBe(0)
})

it('disconnects a client that does not read when the stream wants it', async () => {
  const endless = createEndless()
  const socket = await openPaused(endless)
  await waitUntilFull(endless.written)
  const connections = (): Promise<number> =>
    new Promise((resolve) => crm?.server.getConnections((_, count) => resolve(count)))
  expect(await connections()).toBe(1)
  endless.sink().destroy()
  await eventually(async () => expect(await connections()).toBe(0))
  socket.destroy()
})

it('ends a stream in order', async () => {
  const open = (sink: StreamSink): void => {
    sink.write('ä')
    sink.write(new TextEncoder().encode('b'))
    sink.end()
  }
  await serve({ status: 200, headers: {}, stream: { open } })
  expect(await (await fetch(crm?.url ?? '')).text()).toBe('äb')
})

it('ends the connection of a stream with the stream, and frames nothing in it', async () => {
  const open = (sink: StreamSink): void => {
    sink.write('one')
    setImmediate(() => {
      sink.write('two')
      sink.end()
    })
  }
  await serve({ status: 200, headers: { 'content-type': 'text/plain' }, stream: { open } })
  const socket = connect(Number(new URL(crm?.url ?? '').port), '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
  const [head = '', body] = (await text(socket)).split('\r\n\r\n')
  expect(body).toBe('onetwo')
  expect(head.toLowerCase()).toContain('connection: close')
  expect(head.toLowerCase()).not.toContain('transfer-encoding')
})

it('sends a text with its length in bytes, beside the headers that the server has set', async () => {
  await serve({ status: 202, headers: { 'x-own': '1' }, body: 'ä' }, (response) => response.setHeader('x-host', '2'))
  const response = await fetch(crm?.url ?? '')
  expect(response.status).toBe(202)
  expect(Object.fromEntries(response.headers)).toMatchObject({ 'x-own': '1', 'x-host': '2', 'content-length': '2' })
  expect(await response.text()).toBe('ä')
})

async function serve(chatResponse: ChatResponse, prepare = (_: ServerResponse): unknown => undefined): Promise<void> {
  crm = await startServer((_, response) => {
    prepare(response)
    writeResponse({ chatResponse, response })
  })
}

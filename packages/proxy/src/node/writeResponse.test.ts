import { connect, type Socket } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { eventually } from '../../test/eventually.ts'
import { type RunningServer, startServer } from '../../test/startServer.ts'
import { writeResponse } from './writeResponse.ts'

const chunk = new Uint8Array(64 * 1024)

let crm: RunningServer | undefined

afterEach(() => crm?.close())

/** Makes a body without an end that counts what was read of it. */
function createEndless(): { webResponse: Response; taken: () => number; end: () => void; isCancelled: () => boolean } {
  let taken = 0
  let isCancelled = false
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (own) => {
        controller = own
      },
      pull: (own) => {
        taken += 1
        own.enqueue(chunk)
      },
      cancel: () => {
        isCancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return {
    webResponse: new Response(stream),
    taken: () => taken,
    end: () => controller?.close(),
    isCancelled: () => isCancelled,
  }
}

/** Opens a page that sends a request and does not read the response. */
async function openPaused(webResponse: Response): Promise<Socket> {
  crm = await startServer((_, response) => void writeResponse({ webResponse, response }))
  const socket = connect(Number(new URL(crm.url).port), '127.0.0.1')
  socket.pause()
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
  return socket
}

/** Waits until the network accepts no more. */
async function waitUntilFull(taken: () => number): Promise<number> {
  let last = -1
  await vi.waitFor(
    () => {
      const now = taken()
      const isFull = now > 0 && now === last
      last = now
      expect(isFull).toBe(true)
    },
    { interval: 100, timeout: 10_000 },
  )
  return last
}

it('reads no more of a stream while the client does not read, and continues when it does', async () => {
  const endless = createEndless()
  const socket = await openPaused(endless.webResponse)
  const full = await waitUntilFull(endless.taken)
  expect(full * chunk.byteLength).toBeLessThan(64 * 1024 * 1024) // What the system buffers, and no more.
  socket.resume()
  await eventually(() => expect(endless.taken()).toBeGreaterThan(full))
  socket.destroy()
})

it('cancels the stream when the client is gone', async () => {
  const endless = createEndless()
  const socket = await openPaused(endless.webResponse)
  await waitUntilFull(endless.taken)
  socket.destroy()
  await eventually(() => expect(endless.isCancelled()).toBe(true))
})

it('cancels the stream when the client has disconnected before', async () => {
  const { webResponse, isCancelled, taken } = createEndless()
  crm = await startServer((_, response) => {
    response.once('close', () => void writeResponse({ webResponse, response }))
  })
  const socket = connect(Number(new URL(crm.url).port), '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n', () => socket.destroy())
  await eventually(() => expect(isCancelled()).toBe(true))
  expect(taken()).toBe(0)
})

it('disconnects a client that does not read when the stream ends', async () => {
  const endless = createEndless()
  const socket = await openPaused(endless.webResponse)
  await waitUntilFull(endless.taken)
  const connections = (): Promise<number> =>
    new Promise((resolve) => crm?.server.getConnections((_, count) => resolve(count)))
  expect(await connections()).toBe(1)
  endless.end()
  await eventually(async () => expect(await connections()).toBe(0))
  socket.destroy()
})

it('destroys a response whose stream fails', async () => {
  const failing = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) })
  crm = await startServer((_, response) => void writeResponse({ webResponse: new Response(failing), response }))
  await expect(fetch(crm.url).then((response) => response.text())).rejects.toThrow()
})

import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { eventually } from '../../../test/eventually.ts'
import { startTestCrm, type TestCrm } from '../../../test/startTestCrm.ts'
import { startInterval } from '../timers.ts'
import { createHttpServer, defaultServerLimits } from './createHttpServer.ts'

/** A client that sends the start of a request, and then a byte at a time. */
interface Drip {
  socket: Socket
  /** All that the server sent. */
  received: () => string
}

async function drip({ crm, start, byte }: { crm: TestCrm; start: string; byte: string }): Promise<Drip> {
  const socket = connect(Number(new URL(crm.url).port), '127.0.0.1')
  await once(socket, 'connect')
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk)).on('error', () => undefined) // Bytes sent after the end.
  socket.write(start)
  const timer = startInterval(() => socket.write(byte), 20)
  socket.once('close', () => clearInterval(timer))
  onTestFinished(() => void socket.destroy())
  return { socket, received: () => Buffer.concat(chunks).toString() }
}

it.each([
  ['headers', { headersMs: 300 }, 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Drip: ', 'x'],
  [
    'a body',
    { requestMs: 300, headersMs: 300 },
    'POST /api/login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n',
    ' ',
  ],
])('ends requests whose %s arrive a byte at a time, and serves others meanwhile', async (_, limits, start, byte) => {
  const crm = await startTestCrm({ limits: { ...limits, checkMs: 50 } })
  const startedAt = performance.now()
  const drips = await Promise.all(Array.from({ length: 50 }, () => drip({ crm, start, byte })))
  // A byte that arrives after the end makes the system drop what the client has not read yet: one sends no more.
  const silent = await drip({ crm, start, byte: '' })
  expect((await fetch(`${crm.url}/livez`)).status).toBe(200)
  await eventually(() => expect([...drips, silent].filter(({ socket }) => !socket.closed)).toEqual([]))
  expect(performance.now() - startedAt).toBeLessThan(25_000) // Node’s own checks come after 30 seconds.
  expect(silent.received()).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/)
  const responses = drips.map(({ received }) => received().split('\r\n')[0])
  expect(responses.filter((line) => line !== '' && line !== 'HTTP/1.1 408 Request Timeout')).toEqual([])
  expect((await fetch(`${crm.url}/livez`)).status).toBe(200)
})

it('ends connections that send nothing', async () => {
  const crm = await startTestCrm({ limits: { headersMs: 100, checkMs: 50 } })
  const { socket } = await drip({ crm, start: '', byte: '' })
  await eventually(() => expect(socket.closed).toBe(true))
})

it('ends idle connections, and those that have sent their share of requests', async () => {
  const crm = await startTestCrm({ limits: { keepAliveMs: 100, requestsPerConnection: 3 } })
  const request = 'GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'
  const idle = await drip({ crm, start: request, byte: '' })
  const busy = await drip({ crm, start: request.repeat(4), byte: '' })
  await eventually(() => expect([idle, busy].filter(({ socket }) => !socket.closed)).toEqual([]))
  expect(idle.received().match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200'])
  expect(busy.received().match(/HTTP\/1\.1 200/g)).toHaveLength(3)
})

it('has limits by default', () => {
  expect(defaultServerLimits).toMatchObject({ headersMs: 10_000, requestMs: 30_000 })
  const server = createHttpServer({ listener: () => undefined })
  expect(server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 30_000 })
  expect(server.maxRequestsPerSocket).toBe(1_000)
})

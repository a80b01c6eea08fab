import type { Unanswered } from '@crm-chat/protocol'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startSocketServer } from '../../test/startSocketServer.ts'
import { systemClock } from '../clock.ts'
import { socketIo } from './socketIo.ts'

async function connect(options: { status?: number } = {}) {
  const server = await startSocketServer(options)
  onTestFinished(server.close)
  const aborter = new AbortController()
  onTestFinished(() => aborter.abort())
  const values: Unanswered[] = []
  const http = {
    endpoint: server.endpoint,
    fetch,
    credentials: 'same-origin',
    timeoutMs: 5000,
    clock: systemClock,
  } as const
  const over = socketIo()
    .run({
      http,
      signal: aborter.signal,
      onConnect: () => undefined,
      onUser: () => undefined,
      onDrain: () => undefined,
      onValue: (value) => values.push(value),
    })
    .then(
      () => 'ended',
      (error: unknown) => error,
    )
  return { server, values, over, abort: () => aborter.abort() }
}

const until = (check: () => unknown) => vi.waitFor(() => expect(check()).toBe(true), { timeout: 45_000, interval: 5 })

test("connects by the vendor's recipe but without a key, and passes on the numbers", async () => {
  const { server, values, over, abort } = await connect()
  await until(() => server.connecting.length === 1)
  expect(server.connecting).toEqual([{}])
  server.notify({ counter: 5 })
  server.notify({ counter: 'many' })
  server.notify(null)
  server.notify({ counter: 0 })
  await until(() => values.length === 2)
  const at = expect.any(String)
  expect(values).toEqual([
    { status: 'live', count: 5, tone: 'red', epoch: 0, seq: 0, at },
    { status: 'live', count: 0, tone: null, epoch: 0, seq: 0, at },
  ])
  abort()
  expect(await over).toBe('ended')
})

test('ends when the socket drops, for the store to connect again', async () => {
  const { server, over } = await connect()
  await until(() => server.connecting.length === 1)
  server.drop()
  expect(await over).toMatchObject({ code: 'network', retryable: true })
})

test.each([
  [401, 'unauthenticated'],
  [403, 'forbidden'],
  [500, 'network'],
])('reads a handshake refused with %d as %s', async (status, code) => {
  const { over } = await connect({ status })
  expect(await over).toMatchObject({ code })
})

import { expect, it, onTestFinished } from 'vitest'
import { createTestClock } from '../../test/createTestClock.ts'
import { type ServerSocket, startSocketServer } from '../../test/startSocketServer.ts'
import { runSocket } from './runSocket.ts'

/** Connects to a host that sends something once it knows the user. @returns how the connection ended */
async function run({
  send,
  onData = () => undefined,
}: {
  send: (socket: ServerSocket) => void
  onData?: () => void
}): Promise<unknown> {
  const server = await startSocketServer({ version: '4.8', greeting: 'hello', onGreeting: send })
  const ended = new AbortController()
  onTestFinished(() => ended.abort())
  return runSocket({
    url: new URL('/socket.io/', server.url),
    clock: createTestClock(),
    protocol: { generation: 'current', transport: 'websocket' },
    greeting: { event: 'hello', data: () => ({}) },
    valueEvent: 'value',
    onConnected: () => undefined,
    onData,
    signal: ended.signal,
  })
}

it('a callback that throws ends its connection only', async () => {
  const onData = (): never => {
    throw new Error('a bug of the caller')
  }
  const ending = await run({ send: (socket) => socket.emit('value', { counter: 1 }), onData })
  expect(ending).toEqual({ kind: 'dropped', code: 'CALLBACK_FAILED' })
})

it('a malformed packet ends its connection', async () => {
  const ending = await run({ send: (socket) => socket.emit(7 as unknown as string, {}) }) // No name of an event.
  expect(ending).toEqual({ kind: 'dropped', code: 'BAD_PACKET' })
})

import { io as connect4 } from 'socket.io-client'
import { connect as connect2 } from 'socket.io-client-2'
import { io as connect41 } from 'socket.io-client-4.1'
import { onTestFinished } from 'vitest'

/** A counter socket of any client, as the tests use it. */
export interface CounterClient {
  values: unknown[]
  /** The client's reason for the end of the connection. */
  ends: string[]
  /** The reason that the server sent before. */
  errors: unknown[]
  emit: (event: string, data: unknown) => void
}

interface AnySocket {
  on: (event: string, listener: (data: unknown) => void) => unknown
  emit: (event: string, data: unknown) => unknown
  disconnect: () => unknown
}

const connectors: Record<string, (url: string) => AnySocket> = {
  '4.8': (url) => connect4(url, { forceNew: true }),
  '4.1.3': (url) => connect41(url, { forceNew: true }),
  '2.5.0': (url) => connect2(url, { forceNew: true }),
}

/** Versions of the Socket.IO client that the counter is tested with. */
export const clientVersions = Object.keys(connectors)

/** Follows the vendor's recipe: identifies itself on every connect, and collects the counts. */
export function watchCounter({
  url,
  version = '4.8',
  hello,
}: {
  url: string
  version?: string
  hello: unknown
}): CounterClient {
  const socket = connectors[version]?.(url)
  if (!socket) throw new Error(`Unknown client version ${version}.`)
  const client: CounterClient = { values: [], ends: [], errors: [], emit: (event, data) => socket.emit(event, data) }
  socket.on('connect', () => socket.emit('apiV2IframeConnecting', hello))
  socket.on('apiV2Notify', (data: unknown) => client.values.push(data))
  socket.on('error', (error: unknown) => client.errors.push(error))
  socket.on('disconnect', (reason: unknown) => client.ends.push(String(reason)))
  onTestFinished(() => void socket.disconnect())
  return client
}

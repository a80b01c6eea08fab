import type { CounterSocket } from './counterSocket.ts'

/** Socket.IO's protocol: a client of one generation cannot talk to a server of the other. */
export type SocketGeneration = 'current' | 'older'

/** Options of a socket, beside its address. */
export interface SocketOptions {
  path?: string
  transports?: ('polling' | 'websocket')[]
}

/** Opens a socket. The client library is loaded with the first one, so that programs without sockets do not load it. */
export async function connectSocket({
  url,
  options,
  generation,
}: {
  url: string
  options: SocketOptions
  generation: SocketGeneration
}): Promise<CounterSocket> {
  // The library's own reconnects would use the same host and protocol: the caller chooses both.
  const always = { forceNew: true, reconnection: false }
  if (generation === 'older') {
    const { connectOlder } = await import('./olderSocketClient.js')
    return connectOlder(url, { ...always, ...(options.path && { path: options.path }) })
  }
  const { io } = await import('socket.io-client')
  return io(url, { ...always, transports: ['polling', 'websocket'], tryAllTransports: true, ...options })
}

/** Checks a `connect_error` for a server of the other generation's protocol. */
export function isOtherGeneration({ error, generation }: { error: unknown; generation: SocketGeneration }): boolean {
  if (!(error instanceof Error)) return false
  // A newer server responds to an older client's handshake with status 400.
  if (generation === 'older') return 'description' in error && error.description === 400
  // An older server is recognized by its handshake (unreadable over HTTP), or by its greeting (over WebSocket).
  return error.message.includes('v2.x') || ('code' in error && error.code === 'parser error')
}

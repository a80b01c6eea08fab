/** Socket.IO's protocol: `current` since 2020 (engine.io 4), `older` before (engine.io 3). Hosts speak one of them. */
export type SocketGeneration = 'current' | 'older'

/** Way of the packets: a WebSocket, or HTTP requests where that cannot be had. */
export type SocketTransport = 'websocket' | 'polling'

/** Protocol of one connection. */
export interface SocketProtocol {
  generation: SocketGeneration
  transport: SocketTransport
}

/** Protocol in which a host responded last, shared by all watches of a client. */
export interface KnownProtocol extends SocketProtocol {
  /** True once a connection was made in it. */
  proven: boolean
  /** Time at which a WebSocket could not be had, on the monotonic clock. */
  pollingSinceMs: number
}

/** The protocol to begin with: nothing is known about the host. */
export function createKnownProtocol(): KnownProtocol {
  return { generation: 'current', transport: 'websocket', proven: false, pollingSinceMs: 0 }
}

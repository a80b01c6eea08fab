import type { Clock } from '../http/clock.ts'
import type { WebSocketLike } from './createWebSocket.ts'

/** Parameters of {@link keepAlive}. */
export interface KeepAliveParameters {
  socket: WebSocketLike
  clock: Clock
  /** The connection is dead though nobody said so. */
  onDead: () => void
  signal: AbortSignal
}

/** Tells what was heard of the other side. */
export interface Heartbeat {
  /** Anything came. */
  heard: () => void
  /** An answer to a ping came: from now on silence means something. */
  ponged: () => void
}

/** The server pings every 54 seconds; this side asks more often, to see a dead connection. */
const pingEveryMs = 25_000

/** Pings as long as the connection lives. A server that has never answered a ping may be silent for as long as it likes. */
export function keepAlive({ socket, clock, onDead, signal }: KeepAliveParameters): Heartbeat {
  let silentPings = 0
  let answersPings = false
  const ping = async (): Promise<void> => {
    while (!signal.aborted) {
      if (answersPings && silentPings > 1) return onDead()
      silentPings += 1
      socket.send('{"type":"ping"}')
      await clock.sleep(pingEveryMs, signal)
    }
  }
  void ping()
  return {
    heard() {
      silentPings = 0
    },
    ponged() {
      answersPings = true
    },
  }
}

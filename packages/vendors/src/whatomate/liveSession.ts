import { VendorAuthError, VendorError } from '../errors.ts'
import { toOutageCode } from '../unanswered/toOutageCode.ts'
import type { CounterOutage } from '../unanswered/unansweredValue.ts'
import type { WhatomateClient } from './client.ts'
import type { WebSocketLike } from './createWebSocket.ts'
import { type Heartbeat, keepAlive } from './keepAlive.ts'
import { type LiveEvent, parseLiveFrame } from './liveEvents.ts'
import { fetchSocketToken } from './socketToken.ts'

/** Place of the token: the first frame for newer servers, the address for older ones. */
export type TokenWay = 'frame' | 'query'

/** Parameters of {@link runLiveSession}. */
export interface LiveSessionParameters {
  client: WhatomateClient
  tokenWay: TokenWay
  onEvent: (event: LiveEvent) => void
  /** The server has let the socket in. */
  onConnected: () => void
  /** Ends the session. */
  signal: AbortSignal
}

/** End of a session. */
export interface LiveSessionEnd {
  outage: CounterOutage
  /** Cause, as in `CounterOutageDetails`. */
  code: string
  /** True if the server ever accepted the socket. */
  connected: boolean
  /** True if the socket was tried and not accepted, so that the server may need the other {@link TokenWay}. */
  shutOut: boolean
}

/** A server that was not shown a token in 5 seconds hangs up: who is still there after this is let in. */
const admittedAfterMs = 7_000
/** The server reads no longer frame; a token that does not fit goes into the address. */
const longestFrame = 512
/** Close code of a server that refused the token. */
const policyViolation = 1008

/** Opens the live socket once, and resolves when it is closed. */
export async function runLiveSession(parameters: LiveSessionParameters): Promise<LiveSessionEnd> {
  const { client, signal } = parameters
  let token: string
  try {
    token = await fetchSocketToken(client, { signal })
  } catch (error) {
    if (!(error instanceof VendorError) && !signal.aborted) throw error
    const outage = error instanceof VendorAuthError ? 'refused' : 'unreachable'
    return { outage, code: toOutageCode(error), connected: false, shutOut: false }
  }
  const auth = JSON.stringify({ type: 'auth', payload: { token } })
  const inQuery = parameters.tokenWay === 'query' || auth.length > longestFrame
  const url = inQuery ? `${client.socketUrl}?token=${encodeURIComponent(token)}` : client.socketUrl
  try {
    const socket = await client.webSocket({ url })
    return await converse({ ...parameters, socket, auth: inQuery ? undefined : auth })
  } catch {
    return { outage: 'unreachable', code: 'NO_SOCKETS_HERE', connected: false, shutOut: false } // No WebSocket here, or an address it does not take.
  }
}

interface Conversation extends LiveSessionParameters {
  socket: WebSocketLike
  auth: string | undefined
}

function converse({ client, socket, auth, onEvent, onConnected, signal }: Conversation): Promise<LiveSessionEnd> {
  return new Promise((resolve) => {
    const { clock } = client.http
    const closed = new AbortController()
    let connected = false
    let heartbeat: Heartbeat | undefined

    function admit(): void {
      if (connected || closed.signal.aborted) return
      connected = true
      onConnected()
    }

    function finish(outage: CounterOutage, code: string): void {
      if (closed.signal.aborted) return
      closed.abort()
      signal.removeEventListener('abort', hangUp)
      socket.close()
      resolve({ outage, code, connected, shutOut: !connected && outage === 'unreachable' })
    }
    const hangUp = (): void => finish('dropped', 'ENDED')

    function take(frame: string): void {
      heartbeat?.heard()
      admit()
      for (const event of parseLiveFrame(frame)) {
        if (event.type === 'other' && event.name === 'pong') heartbeat?.ponged()
        else onEvent(event)
      }
    }

    socket.addEventListener('open', () => {
      if (closed.signal.aborted) return
      if (auth !== undefined) socket.send(auth)
      heartbeat = keepAlive({ socket, clock, onDead: () => finish('dropped', 'NO_HEARTBEAT'), signal: closed.signal })
      void clock.sleep(admittedAfterMs, closed.signal).then(admit)
    })
    socket.addEventListener('message', ({ data }) => {
      if (!closed.signal.aborted && typeof data === 'string') take(data)
    })
    socket.addEventListener('error', () => finish(connected ? 'dropped' : 'unreachable', 'CLOSED'))
    socket.addEventListener('close', ({ code }) => {
      if (code === policyViolation) finish('refused', 'REFUSED')
      else finish(connected ? 'dropped' : 'unreachable', 'CLOSED')
    })
    if (signal.aborted) hangUp()
    else signal.addEventListener('abort', hangUp)
  })
}

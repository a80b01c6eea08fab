import type { Unanswered } from '@crm-chat/protocol'
import type { ChatHttp } from '../http/chatHttp.ts'

/** A live event of the proxy, other than the number. */
export interface LiveEvent {
  /** Its name in `ChatEvents`, or that of a newer proxy's. `session`: a stream has begun, and events before it may be missing. */
  name: string
  /** Its data as it was sent: parse what you use of it. */
  data: unknown
}

/** Parameters of {@link Transport.run}. */
export interface TransportParameters {
  http: ChatHttp
  /**
   * Call it when a connection opens, before its first value: it may lead to another proxy process, whose epoch is lower.
   * Without the call, values of a lower epoch count as late ones of the connection before.
   */
  onConnect: () => void
  /** Call it with the user that the server names, before the first value: values of another user are not shown. */
  onUser: (userId: string) => void
  /**
   * Call it when the server is about to end the connection, with the time after which to reconnect, in milliseconds. The
   * last value stays current until then.
   */
  onDrain: (reconnectInMs: number) => void
  /** Takes each value, in the order of arrival. */
  onValue: (value: Unanswered) => void
  /** Takes each other event, where the transport has any. */
  onLiveEvent?: ((event: LiveEvent) => void) | undefined
  /** Ends the connection. */
  signal: AbortSignal
}

/** A way for live values to reach the page. Reconnecting after a failure is done by the caller. */
export interface Transport {
  /** Connects once. Settles when the connection is over; rejects with a {@link ChatError} that gives the reason. */
  run: (parameters: TransportParameters) => Promise<void>
}

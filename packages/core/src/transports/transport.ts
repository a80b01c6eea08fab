import type { Unanswered } from '@crm-chat/protocol'
import type { ChatHttp } from '../http/chatHttp.ts'

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
  /** Takes the data of other events, where a part of the page needs them. A polling transport has none. */
  onEvent?: ((name: string, data: unknown) => void) | undefined
  /** Takes each value, in the order of arrival. */
  onValue: (value: Unanswered) => void
  /** Ends the connection. */
  signal: AbortSignal
}

/** A way for live values to reach the page. Reconnecting after a failure is done by the caller. */
export interface Transport {
  /** Connects once. Settles when the connection is over; rejects with a {@link ChatError} that gives the reason. */
  run: (parameters: TransportParameters) => Promise<void>
}

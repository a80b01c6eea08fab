import type { Unanswered } from '@crm-chat/protocol'
import type { ChatHttp } from '../http/chatHttp.ts'

/** What a transport is given for one connection. */
export interface TransportParameters {
  http: ChatHttp
  /** Takes each value, in the order of their making. */
  onValue: (value: Unanswered) => void
  /** Ends the connection. */
  signal: AbortSignal
}

/** A way for live values to come. Reconnecting is not its business. */
export interface Transport {
  /** Connects once. Settles when the connection is over; rejects with a {@link ChatError} that says why. */
  run: (parameters: TransportParameters) => Promise<void>
}

import type { Unanswered } from '@crm-chat/protocol'
import type { ChatErrorCode } from '../ChatError.ts'
import type { LiveEvent } from '../transports/transport.ts'

/** Event of a live connection: a value, the reason why there is none for now, or another event of the proxy. */
export type ConnectionEvent = StateEvent | { kind: 'live'; event: LiveEvent }

/** Event that changes the number. */
export type StateEvent =
  | {
      kind: 'value'
      value: Unanswered
      /** Number of the connection among those that the same tab has opened one after the other. */
      connection: number
    }
  | { kind: 'loss'; code: ChatErrorCode; retryable: boolean }

/** Parameters of {@link Connect}. */
export interface ConnectParameters {
  signal: AbortSignal
  /** `lead` is the time at which the connected tab took over from another one; 0 for a tab that never did. */
  onEvent: (event: ConnectionEvent, lead?: number) => void
  /** Called when the server names the page's user. */
  onUser?: ((userId: string) => void) | undefined
}

/** Keeps connected until the signal aborts. Never rejects. */
export type Connect = (parameters: ConnectParameters) => Promise<void>

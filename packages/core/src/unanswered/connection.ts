import type { Unanswered } from '@crm-chat/protocol'
import type { ChatErrorCode } from '../ChatError.ts'

/** What a live connection tells: a value, or that there is none to be had for now. */
export type ConnectionEvent =
  | { kind: 'value'; value: Unanswered }
  | { kind: 'loss'; code: ChatErrorCode; retryable: boolean }

/** Keeps connected until the signal aborts. Never rejects. */
export type Connect = (parameters: { signal: AbortSignal; onEvent: (event: ConnectionEvent) => void }) => Promise<void>

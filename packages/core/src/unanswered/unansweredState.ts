import type { Tone, Unanswered } from '@crm-chat/protocol'
import type { ChatError, ChatErrorCode } from '../ChatError.ts'

/**
 * What is known about unanswered messages. `idle`: nobody listens. `connecting`: not known yet, which is not 0.
 * `live`: the vendor's word. `stale`: its last word; the connection is being restored. `error`: no value can be had now.
 */
export type UnansweredState =
  | { status: 'idle' }
  | { status: 'connecting' }
  | { status: 'live' | 'stale'; count: number; tone: Tone; at: string }
  | { status: 'error'; code: ChatErrorCode }

/** The state after a value came. */
export function withValue(state: UnansweredState, value: Unanswered): UnansweredState {
  if (value.state === 'unknown') return hasCount(state) ? { ...state, status: 'stale' } : { status: 'connecting' }
  const { state: status, count, tone, at } = value
  return { status, count, tone, at }
}

/** The state after the connection was lost: a known value grows stale, unless the user may no longer see it. */
export function withLoss(state: UnansweredState, error: ChatError): UnansweredState {
  if (error.retryable && hasCount(state)) return { ...state, status: 'stale' }
  return { status: 'error', code: error.code }
}

function hasCount(state: UnansweredState): state is Extract<UnansweredState, { count: number }> {
  return 'count' in state
}

import type { Tone, Unanswered } from '@crm-chat/protocol'
import type { ChatErrorCode } from '../ChatError.ts'
import type { StateEvent } from './connection.ts'

/**
 * State of the unanswered counter. `idle`: no subscriber. `connecting`: unknown so far, which is not 0. `live`: the
 * vendor's current value. `stale`: its last value, while the connection is restored. `error`: no value is available.
 */
export type UnansweredState =
  | { status: 'idle' }
  | { status: 'connecting' }
  | { status: 'live' | 'stale'; count: number; tone: Tone; at: string }
  | { status: 'error'; code: ChatErrorCode }

/** Returns the state after an event of the connection. */
export function withEvent(state: UnansweredState, event: StateEvent): UnansweredState {
  return event.kind === 'value' ? withValue(state, event.value) : withLoss(state, event)
}

function withValue(state: UnansweredState, value: Unanswered): UnansweredState {
  if (value.status === 'unknown') return hasCount(state) ? { ...state, status: 'stale' } : { status: 'connecting' }
  const { status, count, tone, at } = value
  return { status, count, tone, at }
}

/** A known value becomes stale, unless the user may no longer see it. */
function withLoss(state: UnansweredState, { code, retryable }: Extract<StateEvent, { kind: 'loss' }>): UnansweredState {
  if (retryable && hasCount(state)) return { ...state, status: 'stale' }
  return { status: 'error', code }
}

function hasCount(state: UnansweredState): state is Extract<UnansweredState, { count: number }> {
  return 'count' in state
}

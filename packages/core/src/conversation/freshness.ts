import { toNow } from './conversationRules.ts'
import type { ConversationEvent } from './conversationSource.ts'
import type { ConversationState, FailureReason } from './conversationState.ts'

/** Notes that the end of the conversation is shown as the source has it now. */
export function withSynced(state: ConversationState): ConversationState {
  return { ...state, syncedAt: toNow(state), stale: null }
}

/** Notes that the end could not be read again after messages may have been missed. */
export function withStale(state: ConversationState, stale: FailureReason): ConversationState {
  return { ...state, stale }
}

/** Notes the time of an event: whatever is shown was complete until it came, or until the connection broke. */
export function withEventTime(before: ConversationState, event: ConversationEvent): ConversationState {
  const isNews = event.type === 'message' || event.type === 'status' || event.type === 'lost'
  const isComplete = before.connection === 'live' && before.stale === null && before.syncedAt !== null
  return isNews && isComplete ? { ...before, syncedAt: toNow(before) } : before
}

import type { ConversationMessage } from './conversationMessage.ts'
import type { ConversationEvent, StatusChange } from './conversationSource.ts'
import type { ConversationState } from './conversationState.ts'
import { isBehind } from './newerDelivery.ts'
import { withMessage } from './pages.ts'

/** Applies an event of the source to the state. */
export function applyEvent(state: ConversationState, event: ConversationEvent): ConversationState {
  switch (event.type) {
    case 'live':
    case 'lost':
    case 'ended':
      return state.connection === 'ended' ? state : { ...state, connection: event.type }
    case 'changed':
      return state
    case 'allowed':
      return { ...state, allowed: event.allowed }
    case 'unanswered':
      return { ...state, unanswered: event.count }
    case 'message':
      return applyMessage(state, event.message)
    case 'status':
      return applyStatus(state, event.change)
  }
}

/** Adds a new or changed message. One that the user sent leaves the outbox. */
export function applyMessage(state: ConversationState, message: ConversationMessage): ConversationState {
  const { thread, outbox } = state
  const others = outbox.filter(({ clientMessageId }) => clientMessageId !== message.clientMessageId)
  const next = others.length === outbox.length ? state : { ...state, outbox: others }
  return thread.status === 'ready' ? { ...next, thread: withMessage(thread, message) } : next
}

/**
 * Changes the status of messages. It never goes back: events may overtake each other. A message that the source knew by the id of
 * the request gets its own.
 */
function applyStatus(state: ConversationState, change: StatusChange): ConversationState {
  const { thread } = state
  if (thread.status !== 'ready') return state
  const { messageIds, requestId, status, failure = null, explanation = null } = change
  const [ownId] = messageIds
  const hasOwn = thread.messages.some(({ id }) => id === ownId)
  const messages = thread.messages.flatMap((message) => {
    const isRequest = requestId !== undefined && message.id === requestId && requestId !== ownId
    if (isRequest && hasOwn) return [] // Both are there: the own one stays.
    if (!isRequest && !messageIds.includes(message.id)) return [message]
    const named = isRequest && ownId !== undefined ? { ...message, id: ownId } : message
    return [isBehind(status, message.status) ? named : { ...named, status, failure, explanation }]
  })
  return { ...state, thread: { ...thread, messages } }
}

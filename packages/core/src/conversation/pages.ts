import type { ConversationMessage } from './conversationMessage.ts'
import type { MessagePage } from './conversationSource.ts'
import type { ReadyThread } from './conversationState.ts'
import { type HeardAt, withHeard, withLatest } from './heardAt.ts'
import { isBehind } from './newerDelivery.ts'

/** Messages kept. Those further away are fetched again when the user scrolls back to them. */
const mostKept = 200

/** The same while new ones arrive: the user may be reading the first of them. */
const mostWithNew = 2 * mostKept

/** Starts a thread with a page: the end of the conversation, or the messages around one. Times that are known stay. */
export function toThread(page: MessagePage, known: HeardAt = {}): ReadyThread {
  const { messages, hasEarlier, hasLater } = page
  const heardAt = withLatest(hasLater ? known : withHeard(known, messages), page.heardAt)
  return { status: 'ready', messages, hasEarlier, hasLater, earlier: 'idle', later: 'idle', heardAt }
}

/** Adds earlier messages. */
export function withEarlier(thread: ReadyThread, page: MessagePage): ReadyThread {
  const all = merge(page.messages, thread.messages)
  const messages = all.slice(0, mostKept)
  const hasLater = thread.hasLater || messages.length < all.length
  const heardAt = thread.hasLater ? thread.heardAt : withHeard(thread.heardAt, all)
  return { ...thread, messages, hasEarlier: page.hasEarlier, hasLater, earlier: 'idle', heardAt }
}

/** Adds later messages. */
export function withLater(thread: ReadyThread, page: MessagePage): ReadyThread {
  const all = merge(thread.messages, page.messages)
  const messages = all.slice(-mostKept)
  const hasEarlier = thread.hasEarlier || messages.length < all.length
  const heardAt = page.hasLater ? thread.heardAt : withHeard(thread.heardAt, all)
  return { ...thread, messages, hasEarlier, hasLater: page.hasLater, later: 'idle', heardAt }
}

/** Adds the end of the conversation, which the thread had before and may have lost meanwhile. */
export function withEnd(thread: ReadyThread, page: MessagePage): ReadyThread {
  const ended = withLater(thread, page)
  return { ...ended, heardAt: withLatest(ended.heardAt, page.heardAt) }
}

/** Adds a new or changed message. A new one is skipped unless the end is loaded, to leave no gap. */
export function withMessage(thread: ReadyThread, message: ConversationMessage): ReadyThread {
  const isKnown = thread.messages.some(({ id }) => id === message.id)
  const all = isKnown || !thread.hasLater ? merge(thread.messages, [message]) : thread.messages
  const messages = all.slice(-mostWithNew)
  const hasEarlier = thread.hasEarlier || messages.length < all.length
  return { ...thread, messages, hasEarlier, heardAt: withHeard(thread.heardAt, [message]) }
}

/** Joins messages; of two versions, the added one counts. */
function merge(known: readonly ConversationMessage[], added: readonly ConversationMessage[]): ConversationMessage[] {
  const byId = new Map(known.map((message) => [message.id, message]))
  for (const message of added) byId.set(message.id, withKnown(message, byId.get(message.id)))
  return [...byId.values()].sort((a, b) => a.order - b.order)
}

/** Keeps what a newer version does not say, and a status that is further. */
function withKnown(message: ConversationMessage, known: ConversationMessage | undefined): ConversationMessage {
  if (!known) return message
  const authorName = message.authorName ?? known.authorName
  const quotedMessageId = message.quotedMessageId ?? known.quotedMessageId
  const clientMessageId = message.clientMessageId ?? known.clientMessageId
  const { status, failure, explanation } = isBehind(message.status, known.status) ? known : message
  const isLate = message.direction === 'incoming' && message.order > known.order // Its event has the time of a late delivery.
  const { order, sentAt } = isLate ? known : message
  return { ...message, order, sentAt, authorName, quotedMessageId, clientMessageId, status, failure, explanation }
}

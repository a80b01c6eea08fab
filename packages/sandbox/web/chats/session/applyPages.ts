import type { ChatsState, ReadyThread, Thread } from './chatsState.ts'
import type { Message, MessagePage } from './conversation.ts'

/** Messages kept per chat. Those further away are fetched again when the user scrolls back to them. */
const mostKept = 400

/** Replaces a chat's messages by a page: its end, or the messages around a position. */
export function applyPage(state: ChatsState, key: string, page: MessagePage): ChatsState {
  const { messages, hasEarlier, hasLater, heardAt = {} } = page
  const thread: ReadyThread = {
    status: 'ready',
    messages,
    hasEarlier,
    hasLater,
    earlier: 'idle',
    later: 'idle',
    heardAt,
  }
  return withThread(state, key, thread)
}

/** Adds earlier messages to a chat. */
export function applyEarlierPage(state: ChatsState, key: string, page: MessagePage): ChatsState {
  const thread = state.threads[key]
  if (thread?.status !== 'ready') return state
  const all = merge(page.messages, thread.messages)
  const messages = all.slice(0, mostKept)
  const hasLater = thread.hasLater || messages.length < all.length
  return withThread(state, key, { ...thread, messages, hasEarlier: page.hasEarlier, hasLater, earlier: 'idle' })
}

/** Adds later messages to a chat. */
export function applyLaterPage(state: ChatsState, key: string, page: MessagePage): ChatsState {
  const thread = state.threads[key]
  if (thread?.status !== 'ready') return state
  const all = merge(thread.messages, page.messages)
  const messages = all.slice(-mostKept)
  const hasEarlier = thread.hasEarlier || messages.length < all.length
  return withThread(state, key, { ...thread, messages, hasEarlier, hasLater: page.hasLater, later: 'idle' })
}

/** Adds a new or changed message. A new one is skipped unless the end of the chat is loaded, to leave no gap. */
export function addLive(thread: ReadyThread, message: Message): ReadyThread {
  const isKnown = thread.messages.some(({ messageId }) => messageId === message.messageId)
  const messages = isKnown || !thread.hasLater ? merge(thread.messages, [message]) : thread.messages
  if (message.direction === 'outgoing') return { ...thread, messages }
  const heard = Math.max(thread.heardAt[message.channelId] ?? 0, message.sentAt)
  return { ...thread, messages, heardAt: { ...thread.heardAt, [message.channelId]: heard } }
}

/** Sets a chat's thread. */
export function withThread(state: ChatsState, key: string, thread: Thread): ChatsState {
  return { ...state, threads: { ...state.threads, [key]: thread } }
}

function merge(known: Message[], added: Message[]): Message[] {
  const byId = new Map([...known, ...added].map((message) => [message.messageId, message]))
  return [...byId.values()].sort((a, b) => a.position - b.position)
}

import type { MessagePage, WindowMessage } from '../../../src/chats/events.ts'
import type { ChatsState, ReadyThread, Thread } from './chatsState.ts'

/** How many messages of a chat are kept: what is further away is fetched again when the person comes back to it. */
const mostKept = 400

/** A page of a chat has come that stands for itself: its end, or what lies around a message. */
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

/** Earlier messages of a chat have come. */
export function applyEarlierPage(state: ChatsState, key: string, page: MessagePage): ChatsState {
  const thread = state.threads[key]
  if (thread?.status !== 'ready') return state
  const all = merge(page.messages, thread.messages)
  const messages = all.slice(0, mostKept)
  const hasLater = thread.hasLater || messages.length < all.length
  return withThread(state, key, { ...thread, messages, hasEarlier: page.hasEarlier, hasLater, earlier: 'idle' })
}

/** Later messages of a chat have come. */
export function applyLaterPage(state: ChatsState, key: string, page: MessagePage): ChatsState {
  const thread = state.threads[key]
  if (thread?.status !== 'ready') return state
  const all = merge(thread.messages, page.messages)
  const messages = all.slice(-mostKept)
  const hasEarlier = thread.hasEarlier || messages.length < all.length
  return withThread(state, key, { ...thread, messages, hasEarlier, hasLater: page.hasLater, later: 'idle' })
}

/** A message is new or has changed. While the end of the chat is not here, a new one would leave a gap. */
export function addLive(thread: ReadyThread, message: WindowMessage): ReadyThread {
  const isKnown = thread.messages.some(({ messageId }) => messageId === message.messageId)
  const messages = isKnown || !thread.hasLater ? merge(thread.messages, [message]) : thread.messages
  if (message.direction === 'outgoing') return { ...thread, messages }
  const heard = Math.max(thread.heardAt[message.channelId] ?? 0, message.sentAt)
  return { ...thread, messages, heardAt: { ...thread.heardAt, [message.channelId]: heard } }
}

/** Puts a thread in place. */
export function withThread(state: ChatsState, key: string, thread: Thread): ChatsState {
  return { ...state, threads: { ...state.threads, [key]: thread } }
}

function merge(known: WindowMessage[], added: WindowMessage[]): WindowMessage[] {
  const byId = new Map([...known, ...added].map((message) => [message.messageId, message]))
  return [...byId.values()].sort((a, b) => a.position - b.position)
}

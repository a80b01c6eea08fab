import type { OpenedWindow, ServerEvents, WindowChat, WindowMessage } from '../../../src/chats/events.ts'
import { addLive, withThread } from './applyPages.ts'
import { toKey } from './chatKey.ts'
import type { ChatsState } from './chatsState.ts'

type StatusChange = Parameters<ServerEvents['status']>[0]

/** The window is open, for the first time or again: what was loaded before may be out of date. */
export function applyOpened(
  state: ChatsState,
  { user, scope, chats, activeChat, channels, dealsEvents, messagesEvents, dealsWebhooks, now }: OpenedWindow,
): ChatsState {
  const wanted = activeChat ? toKey(activeChat) : chooseOnly({ scope, chats })
  const activeKey = state.activeKey ?? (chats.some((chat) => toKey(chat) === wanted) ? wanted : null)
  const shown = activeKey === null ? undefined : state.threads[activeKey]
  return {
    ...state,
    connection: { status: 'live' },
    userName: user.name,
    scope,
    chats: sortChats(chats),
    channels,
    dealsEvents,
    messagesEvents,
    dealsWebhooks,
    userId: user.id,
    activeKey,
    threads: activeKey !== null && shown ? { [activeKey]: shown } : {},
    clockOffsetMs: now - Date.now(),
  }
}

/** A card with one chat has nothing to choose. */
function chooseOnly({ scope, chats }: { scope: string; chats: WindowChat[] }): string | null {
  const [only] = chats
  return scope === 'card' && only && chats.length === 1 ? toKey(only) : null
}

/** One chat is new or has changed. */
export function applyChat(state: ChatsState, chat: WindowChat): ChatsState {
  const others = (state.chats ?? []).filter((other) => toKey(other) !== toKey(chat))
  return { ...state, chats: sortChats([chat, ...others]) }
}

/** The window now has these chats and no others. */
export function applyChats(state: ChatsState, chats: WindowChat[]): ChatsState {
  return { ...state, chats: sortChats(chats) }
}

/** A message was sent or came in. One of our own leaves the outbox. */
export function applyMessage(state: ChatsState, message: WindowMessage): ChatsState {
  const key = toKey(message)
  const thread = state.threads[key]
  const outbox = state.outbox.filter((item) => item.clientMessageId !== message.clientMessageId)
  if (thread?.status !== 'ready') return { ...state, outbox }
  return { ...withThread(state, key, addLive(thread, message)), outbox }
}

/** Messages have got further on their way. */
export function applyStatus(state: ChatsState, { messageIds, status, ...chat }: StatusChange): ChatsState {
  const key = toKey(chat)
  const thread = state.threads[key]
  if (thread?.status !== 'ready') return state
  const changed = new Set(messageIds)
  const messages = thread.messages.map((message) => (changed.has(message.messageId) ? { ...message, status } : message))
  return withThread(state, key, { ...thread, messages })
}

function sortChats(chats: WindowChat[]): WindowChat[] {
  return chats.toSorted((a, b) => lastActivity(b) - lastActivity(a))
}

function lastActivity({ lastMessage, createdAt }: WindowChat): number {
  return lastMessage?.sentAt ?? createdAt
}

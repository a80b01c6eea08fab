import { addLive, withThread } from './applyPages.ts'
import { toKey } from './chatKey.ts'
import type { ChatsState } from './chatsState.ts'
import type { Chat, Message, OpenedChats, StatusChange } from './conversation.ts'
import type { ConversationEvent } from './conversationSource.ts'

/** Applies an event of the source to the state. */
export function applyEvent(state: ChatsState, event: ConversationEvent): ChatsState {
  switch (event.type) {
    case 'opened':
      return applyOpened(state, event.opened)
    case 'chats':
      return { ...state, chats: sortChats(event.chats) }
    case 'chat':
      return applyChat(state, event.chat)
    case 'channels':
      return { ...state, channels: event.channels }
    case 'message':
      return applyMessage(state, event.message)
    case 'status':
      return applyStatus(state, event.change)
    case 'lost':
      return { ...state, connection: { status: 'lost' } }
    case 'ended':
      return { ...state, connection: { status: 'ended', reason: event.reason } }
  }
}

/** Keeps only the open thread: the others may be out of date after a reconnection. */
function applyOpened(
  state: ChatsState,
  { user, scope, chats, activeChat, channels, dealsEvents, messagesEvents, dealsWebhooks, now }: OpenedChats,
): ChatsState {
  const requested = activeChat ? toKey(activeChat) : chooseOnly({ scope, chats })
  const activeKey = state.activeKey ?? (chats.some((chat) => toKey(chat) === requested) ? requested : null)
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

/** A card with a single chat opens it at once. */
function chooseOnly({ scope, chats }: { scope: string; chats: Chat[] }): string | null {
  const [only] = chats
  return scope === 'card' && only && chats.length === 1 ? toKey(only) : null
}

function applyChat(state: ChatsState, chat: Chat): ChatsState {
  const others = (state.chats ?? []).filter((other) => toKey(other) !== toKey(chat))
  return { ...state, chats: sortChats([chat, ...others]) }
}

/** Adds a new or changed message. A message of our own leaves the outbox. */
export function applyMessage(state: ChatsState, message: Message): ChatsState {
  const key = toKey(message)
  const thread = state.threads[key]
  const outbox = state.outbox.filter((item) => item.clientMessageId !== message.clientMessageId)
  if (thread?.status !== 'ready') return { ...state, outbox }
  return { ...withThread(state, key, addLive(thread, message)), outbox }
}

function applyStatus(state: ChatsState, { messageIds, status, ...chat }: StatusChange): ChatsState {
  const key = toKey(chat)
  const thread = state.threads[key]
  if (thread?.status !== 'ready') return state
  const changed = new Set(messageIds)
  const messages = thread.messages.map((message) => (changed.has(message.messageId) ? { ...message, status } : message))
  return withThread(state, key, { ...thread, messages })
}

function sortChats(chats: Chat[]): Chat[] {
  return chats.toSorted((a, b) => lastActivity(b) - lastActivity(a))
}

function lastActivity({ lastMessage, createdAt }: Chat): number {
  return lastMessage?.sentAt ?? createdAt
}

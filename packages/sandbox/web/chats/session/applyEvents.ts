import { toKey } from './chatKey.ts'
import type { ChatsEvent } from './chatsSource.ts'
import type { ChatsState } from './chatsState.ts'
import type { Chat, OpenedChats } from './conversation.ts'

/** Applies an event of the source to the state. Those of messages are for their conversation. */
export function applyEvent(state: ChatsState, event: ChatsEvent): ChatsState {
  switch (event.type) {
    case 'opened':
      return applyOpened(state, event.opened)
    case 'chats':
      return { ...state, chats: sortChats(event.chats) }
    case 'chat':
      return applyChat(state, event.chat)
    case 'channels':
      return { ...state, channels: event.channels }
    case 'lost':
      return { ...state, connection: { status: 'lost' } }
    case 'ended':
      return { ...state, connection: { status: 'ended', reason: event.reason } }
    case 'message':
    case 'status':
      return state
  }
}

function applyOpened(
  state: ChatsState,
  { user, scope, chats, activeChat, channels, dealsEvents, messagesEvents, dealsWebhooks, now }: OpenedChats,
): ChatsState {
  const requested = activeChat ? toKey(activeChat) : chooseOnly({ scope, chats })
  const activeKey = state.activeKey ?? (chats.some((chat) => toKey(chat) === requested) ? requested : null)
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

/** Those with unanswered messages come first, the latest of each kind at the top. */
function sortChats(chats: Chat[]): Chat[] {
  return chats.toSorted((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)) || lastActivity(b) - lastActivity(a))
}

function isWaiting({ unanswered }: Chat): boolean {
  return unanswered > 0
}

function lastActivity({ lastMessage, createdAt }: Chat): number {
  return lastMessage?.sentAt ?? createdAt
}

import { toKey } from './chatKey.ts'
import type { ChatsState } from './chatsState.ts'
import type { Chat } from './conversation.ts'

/** The open chat, unless it has left the list. */
export function findActive({ chats, activeKey }: ChatsState): Chat | undefined {
  return activeKey === null ? undefined : findChat({ chats }, activeKey)
}

/** A chat by its key. */
export function findChat({ chats }: Pick<ChatsState, 'chats'>, key: string): Chat | undefined {
  return chats?.find((chat) => toKey(chat) === key)
}

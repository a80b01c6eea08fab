import type { WindowChat } from '../../../src/chats/events.ts'
import { toKey } from './chatKey.ts'
import type { ChatsState } from './chatsState.ts'

/** The chat on show, if it is still one of the window's. */
export function findActive({ chats, activeKey }: ChatsState): WindowChat | undefined {
  return chats?.find((chat) => toKey(chat) === activeKey)
}

import { type ConversationStore, createConversation } from '@crm-chat/react/conversation'
import type { StoreApi } from 'zustand/vanilla'
import { toKey } from './chatKey.ts'
import type { ChatsEvent, ChatsSource } from './chatsSource.ts'
import type { ChatsState } from './chatsState.ts'
import type { ChatKey } from './conversation.ts'
import { type ChatSource, createChatSource } from './createChatSource.ts'
import { postToHost } from './postToHost.ts'

/** The conversations of the chats that were opened, each with its draft and its unsent messages. */
export interface Conversations {
  /** Returns the conversation of a chat, up to date. */
  open: (chat: ChatKey) => ConversationStore
  list: () => ConversationStore[]
  /** Passes on an event of the page, once the state has it. */
  handle: (event: ChatsEvent) => void
}

/** Creates the conversations. One is opened when it is first asked for. */
export function createConversations({
  store,
  source,
}: {
  store: StoreApi<ChatsState>
  source: ChatsSource
}): Conversations {
  const opened = new Map<string, { conversation: ConversationStore; own: ChatSource }>()

  function create(chat: ChatKey): { conversation: ConversationStore; own: ChatSource } {
    const own = createChatSource({ store, source, chat })
    const conversation = createConversation(own, {
      onSent: ({ id, channelId }) => notifyHost({ ...chat, channelId, messageId: id }),
    })
    return { conversation, own }
  }

  /** The vendor's documents do not name this event: the name is the sandbox's own, and hosts may ignore it. */
  function notifyHost({ chatType, chatId, channelId, messageId }: ChatKey & Record<string, string | null>): void {
    const { messagesEvents, userId } = store.getState()
    if (messagesEvents)
      postToHost({ type: 'WZ_MESSAGE_SENT', data: { chatType, chatId, channelId, userId, messageId } })
  }

  return {
    open(chat) {
      const key = toKey(chat)
      const found = opened.get(key) ?? create(chat)
      opened.set(key, found)
      found.own.resume()
      return found.conversation
    },
    list: () => [...opened.values()].map(({ conversation }) => conversation),
    handle(event) {
      for (const [key, { own }] of opened) {
        own.handle(event)
        if (key === store.getState().activeKey) own.resume() // The others are brought up to date when they are opened.
      }
    },
  }
}

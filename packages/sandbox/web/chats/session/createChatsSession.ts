import type { ConversationStore } from '@crm-chat/react/conversation'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { applyEvent } from './applyEvents.ts'
import { toKey } from './chatKey.ts'
import { findActive } from './chatSelectors.ts'
import type { ChatsSource } from './chatsSource.ts'
import { type ChatsState, initialState } from './chatsState.ts'
import type { ChatKey, Message } from './conversation.ts'
import { createConversations } from './createConversations.ts'
import { toMessage } from './toMessage.ts'

/** Functions of the source that components call directly, for data the store does not keep. */
type Lookups = Pick<ChatsSource, 'fetchDeals' | 'createDeal' | 'searchMessages' | 'markNoReplyNeeded'>

/** The live data of the page, and the user's actions. */
export interface ChatsSession extends Lookups {
  store: StoreApi<ChatsState>
  /** Opens a chat; `null` returns to the list. */
  openChat: (chat: ChatKey | null) => void
  /** Opens a chat at a message, with the search highlighted in it. */
  openMessage: (message: Message, query: string) => void
  /** The conversation of a chat, which stays open. */
  openConversation: (chat: ChatKey) => ConversationStore
  listConversations: () => ConversationStore[]
}

/** Creates a session that follows its source until the link ends. */
export function createChatsSession(source: ChatsSource): ChatsSession {
  const store = createStore<ChatsState>(() => initialState)
  const conversations = createConversations({ store, source })
  const { fetchDeals, createDeal, searchMessages, markNoReplyNeeded } = source
  source.subscribe((event) => {
    store.setState((state) => applyEvent(state, event))
    conversations.handle(event)
    openActive()
  })
  function openActive(): void {
    const active = findActive(store.getState())
    if (active) conversations.open(active)
  }

  return {
    store,
    ...{ fetchDeals, createDeal, searchMessages, markNoReplyNeeded },
    openChat(chat) {
      store.setState({ activeKey: chat && toKey(chat), foundId: null })
      openActive()
    },
    openMessage(message, query) {
      store.setState({ activeKey: toKey(message), foundId: message.messageId })
      void conversations.open(message).openMessage(toMessage(message), query)
    },
    openConversation: conversations.open,
    listConversations: conversations.list,
  }
}

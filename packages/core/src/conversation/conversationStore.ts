import { createStore, type Store } from '../createStore.ts'
import { type ConversationState, initialState } from './conversationState.ts'

/** State of a conversation that its parts change together. */
export interface ConversationStore extends Store<ConversationState> {
  update: (change: (state: ConversationState) => ConversationState) => void
}

/** Makes the store of a conversation. */
export function createConversationStore(): ConversationStore {
  const store = createStore<ConversationState>(initialState)
  return { ...store, update: (change) => store.setState(change(store.getState())) }
}

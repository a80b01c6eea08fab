import { createStore, type StoreApi } from 'zustand/vanilla'
import { applyEvent } from './applyEvents.ts'
import { findActive } from './chatSelectors.ts'
import { type ChatsState, initialState } from './chatsState.ts'
import type { ConversationSource } from './conversationSource.ts'
import { type ChangeActions, createChangeActions } from './createChangeActions.ts'
import { createDraftActions, type DraftActions } from './createDraftActions.ts'
import { createOutboxActions, type OutboxActions } from './createOutboxActions.ts'
import { createThreadActions, type ThreadActions } from './createThreadActions.ts'

/** Functions of the source that components call directly, for data the store does not keep. */
type Lookups = Pick<
  ConversationSource,
  'fetchDeals' | 'fetchTemplates' | 'fillTemplate' | 'searchMessages' | 'changeableMs'
>

/** The live data of the page, and the user's actions. */
export interface ChatsSession extends ThreadActions, DraftActions, OutboxActions, ChangeActions, Lookups {
  store: StoreApi<ChatsState>
}

/** Creates a session that follows its source until the link ends. */
export function createChatsSession(source: ConversationSource): ChatsSession {
  const store = createStore<ChatsState>(() => initialState)
  const { fetchDeals, fetchTemplates, fillTemplate, searchMessages, changeableMs } = source
  const session = {
    store,
    ...createThreadActions({ store, source }),
    ...createDraftActions({ store, source }),
    ...createOutboxActions({ store, source }),
    ...createChangeActions({ store, source }),
    ...{ fetchDeals, fetchTemplates, fillTemplate, searchMessages, changeableMs },
  }
  source.subscribe((event) => {
    store.setState((state) => applyEvent(state, event))
    const active = event.type === 'opened' ? findActive(store.getState()) : undefined
    if (active) void session.loadLatest(active)
  })
  return session
}

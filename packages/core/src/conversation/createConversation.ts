import { type Clock, systemClock } from '../clock.ts'
import { applyEvent } from './applyEvent.ts'
import { type ChangeActions, createChangeActions } from './changeActions.ts'
import type { ConversationMessage } from './conversationMessage.ts'
import type { ConversationSource } from './conversationSource.ts'
import type { ConversationState } from './conversationState.ts'
import { createConversationStore } from './conversationStore.ts'
import { createTextKeeper } from './createTextKeeper.ts'
import { createDraftActions, type DraftActions } from './draftActions.ts'
import { createDrafts, type DraftStorage, findDraftStorage } from './drafts.ts'
import { withEventTime } from './freshness.ts'
import { createOutboxActions, type OutboxActions } from './outboxActions.ts'
import { createSearchActions, type SearchActions } from './searchActions.ts'
import { createThreadActions, type ThreadActions } from './threadActions.ts'

/** A conversation: its live state, and the user's actions. */
export interface Conversation extends ThreadActions, DraftActions, OutboxActions, ChangeActions, SearchActions {
  source: ConversationSource
  getState: () => ConversationState
  getInitialState: () => ConversationState
  /** Calls back on each change. Returns a function that ends it. */
  subscribe: (listener: () => void) => () => void
  /** Ends the connection for good. */
  close: () => void
}

/** Options of {@link createConversation}. */
export interface ConversationOptions {
  /** Storage of drafts, which stay when the page is reloaded; `null` to keep none. @default sessionStorage */
  draftStorage?: DraftStorage | null | undefined
  /** Timers. @default the system's */
  clock?: Clock | undefined
  /** Called with each message of the user that the source has accepted. */
  onSent?: ((message: ConversationMessage) => void) | undefined
}

/**
 * Creates a conversation that follows its source until it is closed. It knows no framework: a component subscribes to it.
 * @example
 * const conversation = createConversation(createProxySource(chat, { chat: { chatType: 'whatsapp', chatId: '79998887766' } }))
 */
export function createConversation(source: ConversationSource, options: ConversationOptions = {}): Conversation {
  const { draftStorage = findDraftStorage(), clock = systemClock, onSent } = options
  const drafts = createDrafts({ storage: draftStorage ?? undefined, clock })
  const store = createConversationStore()
  const threadActions = createThreadActions({ store, source })
  const { draftActions, setUser } = createDraftActions({ store, source, drafts })
  const texts = createTextKeeper({ store, drafts, key: source.key })
  store.subscribe(texts.follow)
  const unsubscribe = source.subscribe((event) => {
    store.update((state) => applyEvent(withEventTime(state, event), event))
    if (event.type === 'allowed') {
      setUser(event.allowed.userId)
      texts.setUser(event.allowed.userId)
    }
    if (event.type === 'live' || event.type === 'changed') void threadActions.refresh()
  })
  store.subscribe(({ focus, thread }) => {
    const isOver = ({ id, isDeleted }: ConversationMessage): boolean => isDeleted && id === focus?.message.id
    if (focus && thread.status === 'ready' && thread.messages.some(isOver)) draftActions.setFocus(null)
  })
  return {
    source,
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    close: unsubscribe,
    ...threadActions,
    ...draftActions,
    ...createOutboxActions({ store, source, onSent }),
    ...createChangeActions({ store, source }),
    ...createSearchActions({ store, source, clock }),
  }
}

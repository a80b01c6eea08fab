import type { StoreApi } from 'zustand/vanilla'
import { applyEarlierPage, applyLaterPage, applyPage, withThread } from './applyPages.ts'
import { toKey } from './chatKey.ts'
import type { ChatsState, Loading, ReadyThread } from './chatsState.ts'
import type { ChatKey, Message, PageRequest } from './conversation.ts'
import type { ConversationSource } from './conversationSource.ts'

/** Actions that open chats and load messages. */
export interface ThreadActions {
  /** Opens a chat; `null` returns to the list. */
  openChat: (chat: ChatKey | null) => void
  /** Opens a chat at a message, with the search highlighted in it. */
  openMessage: (message: Message, query: string) => void
  /** Replaces a chat's messages by its latest ones. */
  loadLatest: (chat: ChatKey) => Promise<void>
  loadEarlier: (chat: ChatKey) => Promise<void>
  loadLater: (chat: ChatKey) => Promise<void>
}

/** Creates the actions that open chats and load messages. */
export function createThreadActions({
  store,
  source,
}: {
  store: StoreApi<ChatsState>
  source: ConversationSource
}): ThreadActions {
  const getThread = (key: string) => store.getState().threads[key]

  async function loadPage(request: PageRequest): Promise<void> {
    const key = toKey(request)
    if (getThread(key)?.status !== 'ready') store.setState((state) => withThread(state, key, { status: 'loading' }))
    const outcome = await source.fetchMessages(request)
    if (outcome.ok) store.setState((state) => applyPage(state, key, outcome.result))
    else if (getThread(key)?.status === 'loading')
      store.setState((state) => withThread(state, key, { status: 'failed' }))
  }

  /** Loads further messages in one direction, one request at a time. */
  async function extend(chat: ChatKey, { direction, apply }: typeof earlier | typeof later): Promise<void> {
    const key = toKey(chat)
    const thread = getThread(key)
    const edge = thread?.status === 'ready' && thread.messages.at(direction === 'earlier' ? 0 : -1)
    if (thread?.status !== 'ready' || thread[direction] === 'loading' || !edge) return
    const mark = (loading: Loading): void => store.setState((state) => markLoading(state, { key, direction, loading }))
    mark('loading')
    const bound = direction === 'earlier' ? { before: edge.position } : { after: edge.position }
    const outcome = await source.fetchMessages({ ...chat, ...bound })
    if (outcome.ok) store.setState((state) => apply(state, key, outcome.result))
    else mark('failed')
  }

  return {
    openChat(chat) {
      store.setState({ activeKey: chat && toKey(chat), target: null, problem: null })
      if (chat && getThread(toKey(chat))?.status !== 'ready')
        void loadPage({ chatType: chat.chatType, chatId: chat.chatId })
    },
    openMessage(message, query) {
      const key = toKey(message)
      const { messageId, position } = message
      store.setState({ activeKey: key, target: { chatKey: key, messageId, query }, problem: null })
      const thread = getThread(key)
      const isLoaded = thread?.status === 'ready' && thread.messages.some((known) => known.messageId === messageId)
      if (!isLoaded) void loadPage({ chatType: message.chatType, chatId: message.chatId, around: position })
    },
    loadLatest: ({ chatType, chatId }) => loadPage({ chatType, chatId }),
    loadEarlier: ({ chatType, chatId }) => extend({ chatType, chatId }, earlier),
    loadLater: ({ chatType, chatId }) => extend({ chatType, chatId }, later),
  }
}

const earlier = { direction: 'earlier', apply: applyEarlierPage } as const
const later = { direction: 'later', apply: applyLaterPage } as const

function markLoading(
  state: ChatsState,
  { key, direction, loading }: { key: string; direction: 'earlier' | 'later'; loading: Loading },
): ChatsState {
  const thread = state.threads[key]
  if (thread?.status !== 'ready') return state
  const marked: ReadyThread = { ...thread, [direction]: loading }
  return withThread(state, key, marked)
}

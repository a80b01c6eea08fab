import type { StoreApi } from 'zustand/vanilla'
import type { ChatKey, MessagePage, MessagesRequest, WindowMessage } from '../../../src/chats/events.ts'
import { applyEarlierPage, applyLaterPage, applyPage, withThread } from './applyPages.ts'
import { toKey } from './chatKey.ts'
import type { ChatsState, Loading, ReadyThread } from './chatsState.ts'
import { type Answered, ask, type WindowSocket } from './windowSocket.ts'

/** Reading chats. */
export interface ThreadActions {
  /** Shows a chat; `null` goes back to the list. */
  openChat: (chat: ChatKey | null) => void
  /** Shows a message in its chat, with what was looked for marked in it. */
  openMessage: (message: WindowMessage, query: string) => void
  /** Fetches the end of a chat, in the place of what was here of it. */
  loadLatest: (chat: ChatKey) => Promise<void>
  loadEarlier: (chat: ChatKey) => Promise<void>
  loadLater: (chat: ChatKey) => Promise<void>
}

/** Creates what a person can do to read. */
export function createThreadActions({
  store,
  socket,
}: {
  store: StoreApi<ChatsState>
  socket: WindowSocket
}): ThreadActions {
  const getThread = (key: string) => store.getState().threads[key]
  const request = (wanted: MessagesRequest): Promise<Answered<MessagePage>> =>
    ask<MessagePage>(socket, (asked) => asked.emitWithAck('messages', wanted))

  async function loadPage(wanted: MessagesRequest): Promise<void> {
    const key = toKey(wanted)
    if (getThread(key)?.status !== 'ready') store.setState((state) => withThread(state, key, { status: 'loading' }))
    const answer = await request(wanted)
    if (answer.ok) store.setState((state) => applyPage(state, key, answer.result))
    else if (getThread(key)?.status === 'loading')
      store.setState((state) => withThread(state, key, { status: 'failed' }))
  }

  /** Continues a thread in one direction, once at a time. */
  async function extend(chat: ChatKey, { direction, apply }: typeof earlier | typeof later): Promise<void> {
    const key = toKey(chat)
    const thread = getThread(key)
    const edge = thread?.status === 'ready' && thread.messages.at(direction === 'earlier' ? 0 : -1)
    if (thread?.status !== 'ready' || thread[direction] === 'loading' || !edge) return
    const mark = (loading: Loading): void => store.setState((state) => markLoading(state, { key, direction, loading }))
    mark('loading')
    const bound = direction === 'earlier' ? { before: edge.position } : { after: edge.position }
    const answer = await request({ ...chat, ...bound })
    if (answer.ok) store.setState((state) => apply(state, key, answer.result))
    else mark('failed')
  }

  return {
    openChat(chat) {
      store.setState({ activeKey: chat && toKey(chat), target: null, problem: null })
      if (chat && getThread(toKey(chat))?.status !== 'ready') void loadPage(chat)
    },
    openMessage(message, query) {
      const key = toKey(message)
      const { messageId, position } = message
      store.setState({ activeKey: key, target: { chatKey: key, messageId, query }, problem: null })
      const thread = getThread(key)
      const isHere = thread?.status === 'ready' && thread.messages.some((known) => known.messageId === messageId)
      if (!isHere) void loadPage({ chatType: message.chatType, chatId: message.chatId, around: position })
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

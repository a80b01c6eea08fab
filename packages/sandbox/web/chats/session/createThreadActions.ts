import type { StoreApi } from 'zustand/vanilla'
import type { ChatKey, MessagePage, WindowDeal, WindowTemplate } from '../../../src/chats/events.ts'
import { applyEarlierPage, applyLatestPage, withThread } from './applyEvents.ts'
import { toKey } from './chatKey.ts'
import type { ChatsState } from './chatsState.ts'
import { ask, type WindowSocket } from './windowSocket.ts'

/** Reading chats. */
export interface ThreadActions {
  /** Shows a chat; `null` goes back to the list. */
  openChat: (chat: ChatKey | null) => void
  loadLatest: (chat: ChatKey) => Promise<void>
  loadEarlier: (chat: ChatKey) => Promise<void>
  /** The deals with the person of a chat; none where they could not be had. */
  fetchDeals: (chat: ChatKey) => Promise<WindowDeal[]>
  /** The templates that can be used; none where they could not be had. */
  fetchTemplates: (chat: ChatKey) => Promise<WindowTemplate[]>
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

  async function loadLatest({ chatType, chatId }: ChatKey): Promise<void> {
    const key = toKey({ chatType, chatId })
    if (getThread(key)?.status !== 'ready') store.setState((state) => withThread(state, key, { status: 'loading' }))
    const answer = await ask<MessagePage>(socket, (asked) => asked.emitWithAck('messages', { chatType, chatId }))
    if (answer.ok) store.setState((state) => applyLatestPage(state, key, answer.result))
    else if (getThread(key)?.status === 'loading')
      store.setState((state) => withThread(state, key, { status: 'failed' }))
  }

  async function loadEarlier({ chatType, chatId }: ChatKey): Promise<void> {
    const key = toKey({ chatType, chatId })
    const thread = getThread(key)
    const oldest = thread?.status === 'ready' ? thread.messages[0] : undefined
    if (thread?.status !== 'ready' || thread.earlier === 'loading' || !oldest) return
    store.setState((state) => withThread(state, key, { ...thread, earlier: 'loading' }))
    const request = { chatType, chatId, before: oldest.position }
    const answer = await ask<MessagePage>(socket, (asked) => asked.emitWithAck('messages', request))
    const now = getThread(key)
    if (answer.ok) store.setState((state) => applyEarlierPage(state, key, answer.result))
    else if (now?.status === 'ready') store.setState((state) => withThread(state, key, { ...now, earlier: 'failed' }))
  }

  return {
    openChat(chat) {
      store.setState({ activeKey: chat && toKey(chat) })
      if (chat && getThread(toKey(chat))?.status !== 'ready') void loadLatest(chat)
    },
    loadLatest,
    loadEarlier,
    async fetchTemplates({ chatType, chatId }) {
      const request = { chatType, chatId }
      const answer = await ask<WindowTemplate[]>(socket, (asked) => asked.emitWithAck('templates', request))
      return answer.ok ? answer.result : []
    },
    async fetchDeals({ chatType, chatId }) {
      const answer = await ask<WindowDeal[]>(socket, (asked) => asked.emitWithAck('deals', { chatType, chatId }))
      return answer.ok ? answer.result : []
    },
  }
}

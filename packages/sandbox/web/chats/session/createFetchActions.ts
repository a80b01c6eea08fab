import type { ChatKey, SearchResult, WindowDeal, WindowTemplate } from '../../../src/chats/events.ts'
import { type Answered, ask, type WindowSocket } from './windowSocket.ts'

/** Asking for what is shown for a moment and not kept. */
export interface FetchActions {
  /** The deals with the person of a chat. */
  fetchDeals: (chat: ChatKey) => Promise<Answered<WindowDeal[]>>
  /** The templates that can be used. */
  fetchTemplates: (chat: ChatKey) => Promise<Answered<WindowTemplate[]>>
  /** Messages of all chats that contain something. */
  searchMessages: (query: string) => Promise<Answered<SearchResult>>
}

/** Creates what a person can ask for. */
export function createFetchActions({ socket }: { socket: WindowSocket }): FetchActions {
  return {
    fetchTemplates({ chatType, chatId }) {
      return ask<WindowTemplate[]>(socket, (asked) => asked.emitWithAck('templates', { chatType, chatId }))
    },
    fetchDeals({ chatType, chatId }) {
      return ask<WindowDeal[]>(socket, (asked) => asked.emitWithAck('deals', { chatType, chatId }))
    },
    searchMessages(query) {
      return ask<SearchResult>(socket, (asked) => asked.emitWithAck('search', { query }))
    },
  }
}

import type { StoreApi } from 'zustand/vanilla'
import { applyMessage } from './applyEvents.ts'
import type { ChatsState } from './chatsState.ts'
import type { ChatKey, Message } from './conversation.ts'
import type { ConversationSource, Outcome } from './conversationSource.ts'

/** The outcome of an edit: done, or the reason it failed. */
export type ChangeOutcome = { done: true } | { done: false; reason: string }

/** Changes to chats and sent messages. Failures appear as a problem, except those of edits, which the composer shows. */
export interface ChangeActions {
  /** Marks a chat as answered without a reply. */
  markNoReplyNeeded: (chat: ChatKey) => Promise<void>
  edit: (message: Message, text: string) => Promise<ChangeOutcome>
  /** Deletes a message for everyone. */
  remove: (message: Message) => Promise<void>
  /** Requests a deal for a chat from the CRM, by webhook. */
  createDeal: (chat: ChatKey) => Promise<void>
  dismissProblem: () => void
}

/** Creates the actions that change chats and sent messages. */
export function createChangeActions({
  store,
  source,
}: {
  store: StoreApi<ChatsState>
  source: ConversationSource
}): ChangeActions {
  const setProblem = (outcome: Outcome<unknown>, retry: () => void): void =>
    store.setState({ problem: outcome.ok ? null : { reason: outcome.error.message, retry } })

  async function markNoReplyNeeded(chat: ChatKey): Promise<void> {
    setProblem(await source.markNoReplyNeeded(chat), () => void markNoReplyNeeded(chat))
  }

  async function createDeal(chat: ChatKey): Promise<void> {
    setProblem(await source.createDeal(chat), () => void createDeal(chat))
  }

  async function remove(message: Message): Promise<void> {
    const { chatType, chatId, messageId } = message
    const outcome = await source.deleteMessage({ chatType, chatId, messageId })
    if (outcome.ok) store.setState((state) => applyMessage(state, outcome.result))
    setProblem(outcome, () => void remove(message))
  }

  return {
    markNoReplyNeeded,
    createDeal,
    remove,
    dismissProblem: () => store.setState({ problem: null }),
    async edit({ chatType, chatId, messageId }, text) {
      const outcome = await source.editMessage({ chatType, chatId, messageId, text })
      if (!outcome.ok) return { done: false, reason: outcome.error.message }
      store.setState((state) => applyMessage(state, outcome.result))
      return { done: true }
    },
  }
}

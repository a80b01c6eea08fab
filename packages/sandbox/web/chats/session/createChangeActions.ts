import type { StoreApi } from 'zustand/vanilla'
import type { ChatKey, WindowMessage } from '../../../src/chats/events.ts'
import { applyMessage } from './applyEvents.ts'
import type { ChatsState } from './chatsState.ts'
import { type Answered, ask, type WindowSocket } from './windowSocket.ts'

/** What became of a change: nothing, or why it was not made. */
export type ChangeOutcome = { done: true } | { done: false; reason: string }

/** Changing what is there. What is refused is told as a problem, with the reason, where the composer does not tell it. */
export interface ChangeActions {
  /** "No reply needed": what came in waits for no answer any more. */
  noReply: (chat: ChatKey) => Promise<void>
  edit: (message: WindowMessage, text: string) => Promise<ChangeOutcome>
  /** Takes a message back. */
  remove: (message: WindowMessage) => Promise<void>
  /** Asks the CRM, by webhook, for a deal with the person of a chat. */
  createDeal: (chat: ChatKey) => Promise<void>
  /** Takes a problem off the screen. */
  dismissProblem: () => void
}

/** Creates what a person can do to change chats. */
export function createChangeActions({
  store,
  socket,
}: {
  store: StoreApi<ChatsState>
  socket: WindowSocket
}): ChangeActions {
  const tell = (answer: Answered<unknown>, retry: () => void): void =>
    store.setState({ problem: answer.ok ? null : { reason: answer.error.message, retry } })

  async function noReply({ chatType, chatId }: ChatKey): Promise<void> {
    const answer = await ask<null>(socket, (asked) => asked.emitWithAck('noReply', { chatType, chatId }))
    tell(answer, () => void noReply({ chatType, chatId }))
  }

  async function createDeal({ chatType, chatId }: ChatKey): Promise<void> {
    const answer = await ask<null>(socket, (asked) => asked.emitWithAck('createDeal', { chatType, chatId }))
    tell(answer, () => void createDeal({ chatType, chatId }))
  }

  async function remove(message: WindowMessage): Promise<void> {
    const { chatType, chatId, messageId } = message
    const request = { chatType, chatId, messageId }
    const answer = await ask<WindowMessage>(socket, (asked) => asked.emitWithAck('remove', request))
    if (answer.ok) store.setState((state) => applyMessage(state, answer.result))
    tell(answer, () => void remove(message))
  }

  return {
    noReply,
    createDeal,
    remove,
    dismissProblem: () => store.setState({ problem: null }),
    async edit({ chatType, chatId, messageId }, text) {
      const request = { chatType, chatId, messageId, text }
      const answer = await ask<WindowMessage>(socket, (asked) => asked.emitWithAck('edit', request))
      if (!answer.ok) return { done: false, reason: answer.error.message }
      store.setState((state) => applyMessage(state, answer.result))
      return { done: true }
    },
  }
}

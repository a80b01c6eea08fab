import type { StoreApi } from 'zustand/vanilla'
import type { ChatKey, WindowMessage } from '../../../src/chats/events.ts'
import { applyMessage } from './applyEvents.ts'
import { toKey } from './chatKey.ts'
import type { ChatsState, Focus } from './chatsState.ts'
import { ask, type WindowSocket } from './windowSocket.ts'

/** What became of a change: nothing, or why it was not made. */
export type ChangeOutcome = { done: true } | { done: false; reason: string }

/** Changing what is there. */
export interface ChangeActions {
  /** "No reply needed": what came in waits for no answer any more. */
  noReply: (chat: ChatKey) => Promise<ChangeOutcome>
  edit: (message: WindowMessage, text: string) => Promise<ChangeOutcome>
  /** Takes a message back. */
  remove: (message: WindowMessage) => Promise<ChangeOutcome>
  /** Lets the composer answer to a message or change it; `undefined` goes back to a new message. */
  setFocus: (chat: ChatKey, focus: Focus | undefined) => void
  chooseChannel: (chat: ChatKey, channelId: string) => void
}

/** Creates what a person can do to change chats. */
export function createChangeActions({
  store,
  socket,
}: {
  store: StoreApi<ChatsState>
  socket: WindowSocket
}): ChangeActions {
  const toOutcome = (answer: { ok: true; result: WindowMessage } | { ok: false; error: { message: string } }) => {
    if (!answer.ok) return { done: false as const, reason: answer.error.message }
    store.setState((state) => applyMessage(state, answer.result))
    return { done: true as const }
  }

  return {
    async noReply({ chatType, chatId }) {
      const answer = await ask<null>(socket, (asked) => asked.emitWithAck('noReply', { chatType, chatId }))
      return answer.ok ? { done: true } : { done: false, reason: answer.error.message }
    },
    async edit({ chatType, chatId, messageId }, text) {
      const request = { chatType, chatId, messageId, text }
      return toOutcome(await ask<WindowMessage>(socket, (asked) => asked.emitWithAck('edit', request)))
    },
    async remove({ chatType, chatId, messageId }) {
      const request = { chatType, chatId, messageId }
      return toOutcome(await ask<WindowMessage>(socket, (asked) => asked.emitWithAck('remove', request)))
    },
    setFocus(chat, focus) {
      const key = toKey(chat)
      const text = focus?.kind === 'edit' ? { [key]: focus.message.text ?? '' } : {}
      store.setState(({ focuses, drafts }) => ({
        focuses: { ...focuses, [key]: focus },
        drafts: { ...drafts, ...text },
      }))
    },
    chooseChannel(chat, channelId) {
      store.setState(({ chosenChannels }) => ({ chosenChannels: { ...chosenChannels, [toKey(chat)]: channelId } }))
    },
  }
}

import type { StoreApi } from 'zustand/vanilla'
import type { ChatKey, WindowMessage } from '../../../src/chats/events.ts'
import type { FilledParts } from '../../../src/messengers/templates/fillParts.ts'
import { tellHost } from '../thread/tellHost.ts'
import { applyMessage } from './applyEvents.ts'
import type { ChatsState, OutboxContent, OutboxItem } from './chatsState.ts'
import { ask, type WindowSocket } from './windowSocket.ts'

/** Sending what was written. */
export interface OutboxActions {
  /** A template comes with what it will look like. */
  send: (chat: ChatKey, content: OutboxContent, preview?: FilledParts) => void
  /** Sends again what failed: under the same id, so that it cannot arrive twice. */
  retry: (item: OutboxItem) => void
  discard: (item: OutboxItem) => void
}

/** Creates what a person can do to write. */
export function createOutboxActions({
  store,
  socket,
}: {
  store: StoreApi<ChatsState>
  socket: WindowSocket
}): OutboxActions {
  const setOutbox = (change: (outbox: OutboxItem[]) => OutboxItem[]): void =>
    store.setState(({ outbox }) => ({ outbox: change(outbox) }))
  const isSame = (item: OutboxItem) => (other: OutboxItem) => other.clientMessageId === item.clientMessageId
  const replace = (item: OutboxItem): void =>
    setOutbox((outbox) => outbox.map((other) => (isSame(item)(other) ? item : other)))

  async function deliver(item: OutboxItem): Promise<void> {
    const { chatType, chatId, content, clientMessageId } = item
    replace({ ...item, status: 'sending', reason: null })
    const answer = await ask<WindowMessage>(socket, (asked) =>
      asked.emitWithAck('send', { chatType, chatId, clientMessageId, ...content }),
    )
    if (answer.ok) {
      store.setState((state) => applyMessage(state, answer.result))
      tellOfMessage(answer.result)
    } else replace({ ...item, status: 'failed', reason: answer.error.message })
  }

  /** The vendor's documents do not name the event: this name is the sandbox's own, for hosts to pass over. */
  function tellOfMessage({ chatType, chatId, channelId, messageId }: WindowMessage): void {
    const { messagesEvents, userId } = store.getState()
    if (messagesEvents) tellHost({ type: 'WZ_MESSAGE_SENT', data: { chatType, chatId, channelId, userId, messageId } })
  }

  return {
    send({ chatType, chatId }, content, preview) {
      const sentAt = Date.now() + store.getState().clockOffsetMs
      const item: OutboxItem = {
        ...{ chatType, chatId, content, sentAt },
        clientMessageId: createId(),
        preview: preview ?? null,
        status: 'sending',
        reason: null,
      }
      setOutbox((outbox) => [...outbox, item])
      void deliver(item)
    },
    retry: (item) => void deliver(item),
    discard: (item) => setOutbox((outbox) => outbox.filter((other) => !isSame(item)(other))),
  }
}

/** `crypto.randomUUID` is missing in a frame inside a page without TLS. */
function createId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

import type { StoreApi } from 'zustand/vanilla'
import { applyMessage } from './applyEvents.ts'
import type { ChatsState, OutboxContent, OutboxItem } from './chatsState.ts'
import type { ChatKey, FilledTemplate, Message } from './conversation.ts'
import type { ConversationSource } from './conversationSource.ts'
import { postToHost } from './postToHost.ts'

/** Actions that send messages. */
export interface OutboxActions {
  /** Sends a message; a template comes with its preview. */
  send: (chat: ChatKey, content: OutboxContent, preview?: FilledTemplate) => void
  /** Sends a failed message again, under the same id, so that it cannot arrive twice. */
  retry: (item: OutboxItem) => void
  discard: (item: OutboxItem) => void
}

/** Creates the actions that send messages. */
export function createOutboxActions({
  store,
  source,
}: {
  store: StoreApi<ChatsState>
  source: ConversationSource
}): OutboxActions {
  const setOutbox = (change: (outbox: OutboxItem[]) => OutboxItem[]): void =>
    store.setState(({ outbox }) => ({ outbox: change(outbox) }))
  const isSame = (item: OutboxItem) => (other: OutboxItem) => other.clientMessageId === item.clientMessageId
  const replace = (item: OutboxItem): void =>
    setOutbox((outbox) => outbox.map((other) => (isSame(item)(other) ? item : other)))

  async function deliver(item: OutboxItem): Promise<void> {
    const { chatType, chatId, content, clientMessageId } = item
    replace({ ...item, status: 'sending', reason: null })
    const outcome = await source.sendMessage({ chatType, chatId, clientMessageId, ...content })
    if (outcome.ok) {
      store.setState((state) => applyMessage(state, outcome.result))
      notifyHost(outcome.result)
    } else replace({ ...item, status: 'failed', reason: outcome.error.message })
  }

  /** The vendor's documents do not name this event: the name is the sandbox's own, and hosts may ignore it. */
  function notifyHost({ chatType, chatId, channelId, messageId }: Message): void {
    const { messagesEvents, userId } = store.getState()
    if (messagesEvents)
      postToHost({ type: 'WZ_MESSAGE_SENT', data: { chatType, chatId, channelId, userId, messageId } })
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

/** `crypto.randomUUID` is unavailable in a frame inside a page without TLS. */
function createId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

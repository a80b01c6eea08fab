import { applyMessage } from './applyEvent.ts'
import type { ConversationFile, ConversationMessage, OutboxPreview } from './conversationMessage.ts'
import { toNow } from './conversationRules.ts'
import type { ConversationSource, SentMessage } from './conversationSource.ts'
import type { OutboxContent, OutboxItem } from './conversationState.ts'
import type { ConversationStore } from './conversationStore.ts'
import { createOutbox } from './createOutbox.ts'

/** Actions that send messages. */
export interface OutboxActions {
  /** Sends a message; a template comes with its preview. */
  send: (content: OutboxContent, preview?: OutboxPreview) => void
  /** Sends messages in their order: each one after the one before was accepted or failed. */
  sendInOrder: (contents: readonly OutboxContent[]) => void
  /** Sends a message again that failed, under the same id, so that it cannot arrive twice unless the outcome is unknown. */
  retry: (item: OutboxItem) => void
  discard: (item: OutboxItem) => void
}

interface Parameters {
  store: ConversationStore
  source: ConversationSource
  /** Called with each message that the source has accepted. */
  onSent?: ((message: ConversationMessage) => void) | undefined
}

/** Creates the actions that send messages. */
export function createOutboxActions({ store, source, onSent }: Parameters): OutboxActions {
  const { send, retry, discard } = createOutbox<OutboxItem>({
    change: (update) => store.update((state) => ({ ...state, outbox: update(state.outbox) })),
    now: () => toNow(store.getState()),
    send: (_, message) => source.send?.(message),
    onAccepted: accept,
  })

  /** Puts an accepted message into the thread. It may be there already: events can overtake responses. */
  function accept(item: OutboxItem, result: SentMessage): void {
    const { clientMessageId } = item
    const accepted = 'message' in result ? result.message : toMessage(item, result.messageId)
    store.update((state) => {
      const { thread } = state
      const known = thread.status === 'ready' && thread.messages.find(({ id }) => id === accepted.id)
      const message = 'message' in result || !known ? accepted : { ...known, clientMessageId }
      return applyMessage(state, { ...message, clientMessageId })
    })
    onSent?.(accepted)
  }

  return {
    send: (content, preview) => void send({ content, preview }),
    sendInOrder(contents) {
      let after: Promise<void> | undefined
      for (const content of contents) after = send({ content, after })
    },
    retry: (item) => void retry(item),
    discard,
  }
}

/** A message as far as its sender knows it, until the source reports it. */
function toMessage({ content, preview, clientMessageId, sentAt }: OutboxItem, id: string): ConversationMessage {
  return {
    id,
    clientMessageId,
    order: sentAt,
    channelId: content.channelId ?? null,
    direction: 'outgoing',
    type: preview?.template ? 'template' : 'text',
    text: content.text ?? null,
    file: content.file ? toFile(content.file) : null,
    status: 'pending',
    failure: null,
    explanation: null,
    authorName: null,
    quotedMessageId: content.quotedMessageId ?? null,
    template: null,
    buttons: null,
    reactions: [],
    sentAt,
    isEdited: false,
    isDeleted: false,
    ...preview,
  }
}

function toFile({ name, type }: File): ConversationFile {
  const kind = (['image', 'video', 'audio'] as const).find((prefix) => type.startsWith(`${prefix}/`)) ?? 'document'
  return { url: '', name, kind, isShown: false }
}

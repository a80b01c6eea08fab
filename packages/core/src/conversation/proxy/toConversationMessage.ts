import type { Message, MessageButton as ProxyButton } from '@crm-chat/protocol'
import type { ConversationFile, ConversationMessage, DeliveryStatus, MessageButton } from '../conversationMessage.ts'

/** Parameters of {@link toConversationMessage}. */
export interface ToConversationMessageParameters {
  message: Message
  /** Path or address of the proxy. */
  endpoint: string
  /** The proxy hands out files. */
  hasMedia: boolean
}

/** Returns a message of the proxy as a conversation shows it. */
export function toConversationMessage({ message, ...media }: ToConversationMessageParameters): ConversationMessage {
  const { id, channelId = null, direction, type, text = null, status, code = null, author, quotedMessageId } = message
  const sentAt = Date.parse(message.at)
  return {
    id,
    order: sentAt,
    channelId,
    direction,
    type,
    text,
    file: toFile({ message, ...media }),
    status: direction === 'outgoing' ? toDelivery(status) : null,
    failure: code,
    explanation: message.explanation ?? null,
    authorName: author?.name ?? null,
    quotedMessageId: quotedMessageId ?? null,
    clientMessageId: null,
    template: null,
    buttons: message.buttons?.map(toButton) ?? null,
    reactions: (message.reactions ?? []).map((reaction) => ({
      emoji: reaction.emoji,
      ...(reaction.author !== undefined && { authorName: reaction.author }),
    })),
    sentAt,
    isEdited: message.edited === true,
    isDeleted: message.deleted === true,
  }
}

const deliveries: readonly string[] = ['pending', 'sent', 'delivered', 'read', 'failed'] satisfies DeliveryStatus[]

/** Returns the delivery that a status says, or null for any other word. */
export function toDelivery(status: string | undefined): DeliveryStatus | null {
  return status !== undefined && deliveries.includes(status) ? (status as DeliveryStatus) : null // It is in the list.
}

function toButton({ intent, ...button }: ProxyButton): MessageButton {
  const known = intents.find((one) => one === intent)
  return { ...button, ...(known && { intent: known }) }
}

const intents = ['default', 'positive', 'negative'] as const

const kinds: readonly string[] = ['image', 'video', 'audio']

function toFile({
  message: { file, type, edited },
  endpoint,
  hasMedia,
}: ToConversationMessageParameters): ConversationFile | null {
  if (!file) return null
  const { mediaId, name, mimeType = '' } = file
  const kind = kinds.find((one) => one === type || mimeType.startsWith(`${one}/`)) ?? 'document'
  return {
    // A page keeps what it has of an address: another file needs another one.
    url: hasMedia ? `${endpoint}/media/${encodeURIComponent(mediaId)}${edited ? '?edited' : ''}` : '',
    name: name ?? type,
    kind: kind as ConversationFile['kind'], // One of the kinds, or a document.
    isShown: hasMedia,
  }
}

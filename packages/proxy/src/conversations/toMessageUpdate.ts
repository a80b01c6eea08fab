import type { ChatEvent, MessageEvent } from '@crm-chat/vendors/webhooks'
import { toConversationId } from './conversationIds.ts'
import type { MessageUpdate, MessageVersion, StoredMessage } from './messageUpdate.ts'

/**
 * Turns the vendor's event of a message into the form of the proxy's own contract. The address of its file is no part of
 * it: `mediaId` is the message's id, by which a store keeps the address.
 * @param parameters.receivedAt ISO 8601, for an event without a time
 */
export function toStoredMessage({ event, receivedAt }: { event: MessageEvent; receivedAt: string }): StoredMessage {
  const { message, at = receivedAt } = event
  const { id, chat, channelId, direction, type, text, contentUrl, status, code, quotedMessageId, edited, deleted } =
    message
  const author = message.author ?? (isGroup(event) ? toAuthor(message.contact) : undefined)
  return {
    id,
    chat: { chatType: chat.chatType, chatId: chat.chatId },
    conversationId: conversationIdOf(event),
    ...(channelId === undefined ? {} : { channelId }),
    direction,
    type: type === 'unknown' ? 'unsupported' : type,
    ...(text === undefined ? {} : { text }),
    ...(contentUrl === undefined ? {} : { file: { mediaId: id } }),
    ...(status === undefined ? {} : { status }),
    ...(code === undefined ? {} : { code }),
    ...(author ? { author } : {}),
    ...(quotedMessageId === undefined ? {} : { quotedMessageId }),
    ...(edited ? { edited } : {}),
    ...(deleted ? { deleted } : {}),
    at,
  }
}

/** Returns what an event says about a message; undefined for events about anything else. */
export function toMessageUpdate({
  event,
  receivedAt,
}: {
  event: ChatEvent
  /** ISO 8601, for an event without a time. */
  receivedAt: string
}): MessageUpdate | undefined {
  switch (event.kind) {
    case 'message':
      return toVersionOrReaction({ event, receivedAt })
    case 'messageDeleted':
      return { kind: 'deleted', messageId: event.messageId }
    case 'status': {
      const { messageId, requestId, status, code } = event
      return {
        kind: 'status',
        messageId,
        ...(requestId === undefined ? {} : { requestId }),
        status,
        ...(code === undefined ? {} : { code }),
      }
    }
    default:
      return undefined
  }
}

/** A reaction belongs to the message it quotes; without one it stands by itself. */
function toVersionOrReaction({ event, receivedAt }: { event: MessageEvent; receivedAt: string }): MessageUpdate {
  const message = toStoredMessage({ event, receivedAt })
  const { type, quotedMessageId, author, direction, text = '', at } = message
  if (type === 'reaction' && quotedMessageId !== undefined) {
    const person = `${direction} ${author?.id ?? author?.name ?? ''}`
    const name = author?.name === undefined ? {} : { authorName: author.name }
    return { kind: 'reaction', messageId: quotedMessageId, author: person, ...name, emoji: text, at }
  }
  return toVersion({ message, contentUrl: event.message.contentUrl })
}

function toVersion({
  message,
  contentUrl,
}: {
  message: StoredMessage
  contentUrl: string | undefined
}): MessageVersion {
  return { kind: 'message', message, ...(contentUrl === undefined ? {} : { fileUrl: contentUrl }) }
}

/** Whatomate keeps conversations by its own ids of contacts. */
function conversationIdOf({ vendor, message: { contact, chat } }: MessageEvent): string {
  return (vendor === 'whatomate' ? contact?.id : undefined) ?? toConversationId(chat)
}

/** In any other chat the customer is the only one who writes. The tech API's contact is the group itself. */
function isGroup({ vendor, message: { chat, direction } }: MessageEvent): boolean {
  return direction === 'incoming' && chat.chatType.endsWith('group') && vendor !== 'wazzup-tech'
}

function toAuthor(contact: MessageEvent['message']['contact']): StoredMessage['author'] {
  if (!contact?.id && !contact?.name) return undefined
  return {
    ...(contact.id === undefined ? {} : { id: contact.id }),
    ...(contact.name === undefined ? {} : { name: contact.name }),
  }
}

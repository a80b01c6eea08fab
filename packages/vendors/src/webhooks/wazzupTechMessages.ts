import { messageTypes } from '../wazzup/messageTypes.ts'
import type { WebhookMessage, WebhookMessageDeleted, WebhookStatus } from '../wazzup-tech/webhookPayloads.ts'
import type { MessageDeletedEvent, MessageEvent, StatusEvent } from './chatEvent.ts'
import type { ChatMessage, MessageStatus, MessageType } from './chatMessage.ts'
import { defined } from './defined.ts'

const vendor = 'wazzup-tech'

/** A message that came, went out or was edited. */
export function toMessageEvent(item: WebhookMessage & { edited?: boolean }, raw: unknown): MessageEvent {
  const incoming = item.direction !== 'outbound'
  const { chat_type: chatType, chat_id: chatId } = item.recipient
  return {
    kind: 'message',
    vendor,
    message: {
      id: item.message_id,
      chat: { chatType, chatId },
      direction: incoming ? 'incoming' : 'outgoing',
      type: toType(item),
      ...defined({ channelId: item.channel_id, text: item.text, contentUrl: item.attachment?.url }),
      ...defined({ status: item.status ? toStatus(item.status) : undefined, code: toCode(item.reason) }),
      ...people(item),
      ...defined({ quotedMessageId: item.quoted_message_id, edited: item.edited }),
    },
    raw,
  }
}

/** A message that was deleted. */
export function toMessageDeletedEvent(item: WebhookMessageDeleted, raw: unknown): MessageDeletedEvent {
  const { message_id: messageId, channel_id: channelId } = item
  return { kind: 'messageDeleted', vendor, messageId, ...defined({ channelId }), raw }
}

/** An outgoing message that got further. */
export function toStatusEvent(item: WebhookStatus, raw: unknown): StatusEvent {
  const { error, reason } = item
  const details = typeof error === 'string' ? { code: error } : error
  return {
    kind: 'status',
    vendor,
    messageId: item.message_id,
    ...defined({ requestId: item.request_id }),
    status: toStatus(item.status),
    ...defined({ code: toCode(details?.code ?? details?.error ?? reason), reason: details?.description ?? reason }),
    raw,
  }
}

function people({ sender, crm_user_id, recipient }: WebhookMessage): Pick<ChatMessage, 'author' | 'contact'> {
  const author = defined({ id: crm_user_id ?? sender?.id, name: sender?.name })
  const { name, username, phone, avatar: avatarUrl } = recipient
  const contact = defined({ name, username, phone, avatarUrl })
  return {
    ...(Object.keys(author).length > 0 && { author }),
    ...(Object.keys(contact).length > 0 && { contact }),
  }
}

/** The message's own word where it has one, else what its file is. */
function toType({ type, attachment, text }: WebhookMessage): MessageType {
  const named = messageTypes.get(type?.toLowerCase() ?? '')
  if (named) return named
  if (!attachment) return text ? 'text' : 'unknown'
  const family = attachment.mimetype?.split('/')[0]
  return family === 'image' || family === 'audio' || family === 'video' ? family : 'document'
}

const statuses: ReadonlyMap<string, MessageStatus> = new Map([
  ['pending', 'pending'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['error', 'failed'],
  ['failed', 'failed'],
  ['edited', 'edited'],
  ['inbound', 'received'],
])

function toStatus(word: string): MessageStatus {
  return statuses.get(word.toLowerCase()) ?? 'unknown'
}

/** A reason that is one word is a code. */
function toCode(word: string | null | undefined): string | undefined {
  return word && /^\w+$/.test(word) && word !== 'null' ? word.toUpperCase() : undefined
}

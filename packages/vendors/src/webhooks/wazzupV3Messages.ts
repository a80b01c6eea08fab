import { messageTypes } from '../wazzup/messageTypes.ts'
import type { WebhookMessage, WebhookStatus } from '../wazzup-v3/webhookPayloads.ts'
import type { ChatEvent, StatusEvent } from './chatEvent.ts'
import type { ChatMessage, MessageStatus } from './chatMessage.ts'
import { defined } from './defined.ts'
import { toIsoTime } from './toIsoTime.ts'

const vendor = 'wazzup-v3'

/** An item of `messages` as an event. */
export function toMessageEvent(item: WebhookMessage, raw: unknown): ChatEvent {
  const base = { vendor, ...defined({ at: toIsoTime(item.dateTime) }), raw } as const
  const channel = defined({ channelId: item.channelId })
  if (item.isDeleted) {
    const deduplicationKey = `messageDeleted:${item.messageId}`
    return { ...base, kind: 'messageDeleted', deduplicationKey, messageId: item.messageId, ...channel }
  }
  const outgoing = item.isEcho ?? (item.status !== undefined && item.status !== null && item.status !== 'inbound')
  return {
    ...base,
    kind: 'message',
    ...(item.isEdited ? {} : { deduplicationKey: `message:${item.messageId}` }),
    message: {
      id: item.messageId,
      ...channel,
      chat: { chatType: item.chatType, chatId: item.chatId },
      direction: outgoing ? 'outgoing' : 'incoming',
      type: messageTypes.get(item.type ?? '') ?? 'unknown',
      ...defined({ text: item.text, contentUrl: item.contentUri, quotedMessageId: item.quotedMessage?.messageId }),
      ...defined({ status: item.status ? toStatus(item.status) : undefined, code: item.error?.error }),
      ...people(item),
      ...defined({ edited: item.isEdited || undefined }),
    },
  }
}

function people({ authorId, authorName, contact }: WebhookMessage): Pick<ChatMessage, 'author' | 'contact'> {
  const author = defined({ id: authorId, name: authorName })
  const { name, username, phone, avatarUri: avatarUrl } = contact ?? {}
  return {
    ...(Object.keys(author).length > 0 && { author }),
    ...(contact && { contact: defined({ name, username, phone, avatarUrl }) }),
  }
}

/** An item of `statuses` as an event. */
export function toStatusEvent(item: WebhookStatus, raw: unknown): StatusEvent {
  return {
    kind: 'status',
    vendor,
    deduplicationKey: `status:${item.messageId}:${item.status}:${item.timestamp ?? ''}`,
    ...defined({ at: toIsoTime(item.timestamp) }),
    messageId: item.messageId,
    status: toStatus(item.status),
    ...defined({ code: item.error?.error, reason: item.error?.description }),
    raw,
  }
}

const statuses: ReadonlyMap<string, MessageStatus> = new Map([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['error', 'failed'],
  ['edited', 'edited'],
  ['inbound', 'received'],
])

function toStatus(word: string): MessageStatus {
  return statuses.get(word.toLowerCase()) ?? 'unknown'
}

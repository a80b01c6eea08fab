import type { WebhookMessage, WebhookStatus } from '@crm-chat/vendors/wazzup-v3'
import { toWazzupType } from '../../messengers/files/toWazzupType.ts'
import { getChatName } from '../../store/entities/chats.ts'
import { getMessage } from '../../store/entities/messages.ts'
import type { Message } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'

/** Converts a message for v3's webhooks. */
export async function toWebhookMessage({ database }: Store, message: Message): Promise<WebhookMessage> {
  const { messageId, channelId, chatType, chatId, text, content, status, authorName, authorUserId } = message
  const isEcho = message.direction === 'outgoing'
  const quoted = message.refMessageId === null ? undefined : await getMessage(database, message.refMessageId)
  return {
    messageId,
    channelId,
    chatType,
    chatId,
    dateTime: new Date(message.sentAt).toISOString(),
    type: toWazzupType(message),
    isEcho,
    contact: { name: await getChatName(database, message) },
    ...(text === null ? {} : { text }),
    ...(content === null ? {} : { contentUri: content }),
    status: toStatus(status),
    ...(status === 'failed' ? { error: toError(message.failure) } : {}),
    ...(isEcho && authorName !== null ? { authorName } : {}),
    ...(isEcho && authorUserId !== null ? { authorId: authorUserId } : {}),
    ...(message.buttons === null ? {} : { interactive: message.buttons.map(({ row: _, ...button }) => button) }),
    ...(quoted ? { quotedMessage: { messageId: quoted.messageId, text: quoted.text } } : {}),
    ...(isEcho ? { sentFromApp: message.source === 'window' } : {}),
    ...(message.editedAt === null ? {} : { isEdited: true }),
    ...(message.deletedAt === null ? {} : { isDeleted: true }),
  }
}

/** Converts a new status for v3's webhooks. */
export function toWebhookStatus({
  messageId,
  status,
  failure,
  now,
}: {
  messageId: string
  status: Message['status']
  failure: string | null
  now: string
}): WebhookStatus {
  const error = status === 'failed' ? { error: toError(failure) } : {}
  return { messageId, timestamp: now, status: toStatus(status), ...error }
}

/** V3 has no word for a message in transit: it counts as sent. */
function toStatus(status: Message['status']): string {
  if (status === 'failed') return 'error'
  return status === 'sending' ? 'sent' : status
}

function toError(failure: string | null): NonNullable<WebhookStatus['error']> {
  return { error: failure ?? 'UNKNOWN_ERROR', description: 'The message was not sent.' }
}

import type { WebhookMessage } from '@crm-chat/vendors/wazzup-tech'
import { toWazzupType } from '../../messengers/files/toWazzupType.ts'
import { getChatName } from '../../store/entities/chats.ts'
import type { Message } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'

/** Converts a message for the webhooks. `recipient` is the customer, for messages in either direction. */
export async function toTechMessage({ database }: Store, message: Message): Promise<WebhookMessage> {
  const { messageId, channelId, chatType, chatId, text, content, authorUserId, authorName, refMessageId } = message
  const outgoing = message.direction === 'outgoing'
  return {
    message_id: messageId,
    channel_id: channelId,
    direction: outgoing ? 'outbound' : 'inbound',
    recipient: {
      chat_type: chatType,
      chat_id: chatId,
      name: await getChatName(database, message),
      ...(chatType === 'whatsapp' && { phone: chatId }),
    },
    type: toWazzupType(message),
    ...(text !== null && { text }),
    ...(content !== null && { attachment: { url: content, name: content.split('/').at(-1) } }),
    ...(refMessageId !== null && { quoted_message_id: refMessageId }),
    ...(outgoing && authorUserId !== null && { crm_user_id: authorUserId }),
    ...(outgoing && authorName !== null && { sender: { id: authorUserId, name: authorName } }),
    status: message.status,
    timestamp: message.sentAt,
  }
}

/** Converts a status for `message.status_update`, which also maps the request to the message's id. */
export function toTechMessageStatus(message: Message, now: number) {
  const { messageId, channelId, clientMessageId, status, failure, source } = message
  return {
    message_id: messageId,
    ...(source === 'api' && clientMessageId !== null && { request_id: clientMessageId }),
    channel_id: channelId,
    status: status === 'failed' ? 'error' : status,
    ...(failure !== null && { reason: failure }),
    timestamp: now,
  }
}

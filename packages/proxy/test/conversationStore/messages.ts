import type { MessageUpdate, MessageVersion, StoredMessage } from '../../src/conversations/messageUpdate.ts'

/** Conversation of {@link message}. */
export const conversationId = 'whatsapp~79990000001'

/** Time of day as it stands in a message, `minute` minutes after midnight. */
export function timeOf(minute: number): string {
  return new Date(Date.UTC(2030, 0, 1, 0, minute)).toISOString()
}

/** A customer's message, which comes as many minutes after midnight as its id says, e.g. `m7`. */
export function message(id: string, fields: Partial<StoredMessage> = {}): StoredMessage {
  const chat = fields.chat ?? { chatType: 'whatsapp', chatId: '79990000001' }
  return {
    id,
    chat,
    conversationId: `${chat.chatType}~${chat.chatId}`,
    direction: 'incoming',
    type: 'text',
    text: `Text of ${id}`,
    at: timeOf(Number(id.slice(1))),
    ...fields,
  }
}

/** The update with which a message comes, or an edited version of it. */
export function came(
  id: string,
  fields: Partial<StoredMessage> & { fileUrl?: string; noted?: boolean } = {},
): MessageVersion {
  const { fileUrl, noted, ...rest } = fields
  return {
    kind: 'message',
    message: message(id, rest),
    ...(fileUrl === undefined ? {} : { fileUrl }),
    ...(noted ? { noted } : {}),
  }
}

/** A new status of a message. */
export function status(messageId: string, word: string, code?: string): MessageUpdate {
  return { kind: 'status', messageId, status: word, ...(code === undefined ? {} : { code }) }
}

/** The status that names the message of the request `r1`. */
export function sentAs(word: string): MessageUpdate {
  return { kind: 'status', messageId: 'm1', requestId: 'r1', status: word }
}

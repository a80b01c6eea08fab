import { randomUUID } from 'node:crypto'
import type { StoreDump } from '../src/store/dump/dumps.ts'

/** Number of dialogues that have the messages. */
export const chatCount = 100
/** The phone number of a dialogue. */
export const toChatId = (chat: number): string => String(79_990_000_000 + chat)

const channelId = '3376e1c3-26a6-478b-b964-72bf01cc22cb'

/**
 * Data with many messages, spread over a hundred dialogues. Every tenth message of a dialogue is the customer's; in every
 * tenth dialogue the last five are too, so that some dialogues wait for a reply.
 */
export function fill({ base, messages }: { base: StoreDump; messages: number }): StoreDump {
  const perChat = messages / chatCount
  const isIncoming = (chat: number, turn: number): boolean =>
    turn % 10 === 0 || (chat % 10 === 0 && turn >= perChat - 5)
  const chats = Array.from({ length: chatCount }, (_, chat) => ({
    chat_type: 'whatsapp',
    chat_id: toChatId(chat),
    name: `Customer ${chat}`,
    created_at: 1,
    answered_position: (chat % 10 === 0 ? perChat - 6 : perChat - 1) * chatCount + chat + 1,
  }))
  const rows = Array.from({ length: messages }, (_, index) => {
    const incoming = isIncoming(index % chatCount, Math.floor(index / chatCount))
    return {
      position: index + 1,
      message_id: randomUUID(),
      chat_type: 'whatsapp',
      chat_id: toChatId(index % chatCount),
      channel_id: channelId,
      direction: incoming ? 'incoming' : 'outgoing',
      text: `Message ${index}`,
      status: incoming ? 'inbound' : 'read',
      sent_at: index + 1,
    }
  })
  return { ...base, tables: { ...base.tables, chats, messages: rows } }
}

import { randomUUID } from 'node:crypto'
import type { StoreDump } from '../src/store/dump/dumps.ts'

/** How many dialogues the messages are in. */
export const chatCount = 100
/** The phone number of a dialogue. */
export const toChatId = (chat: number): string => String(79_990_000_000 + chat)

const channelId = '3376e1c3-26a6-478b-b964-72bf01cc22cb'

/** Data with many messages, spread over a hundred dialogues; every tenth came in, so that some wait for an answer. */
export function fill({ base, messages }: { base: StoreDump; messages: number }): StoreDump {
  const chats = Array.from({ length: chatCount }, (_, chat) => ({
    chat_type: 'whatsapp',
    chat_id: toChatId(chat),
    name: `Customer ${chat}`,
    created_at: 1,
  }))
  const rows = Array.from({ length: messages }, (_, index) => ({
    position: index + 1,
    message_id: randomUUID(),
    chat_type: 'whatsapp',
    chat_id: toChatId(index % chatCount),
    channel_id: channelId,
    direction: index % 10 === 0 ? 'incoming' : 'outgoing',
    text: `Message ${index}`,
    status: index % 10 === 0 ? 'inbound' : 'read',
    sent_at: index + 1,
  }))
  return { ...base, tables: { ...base.tables, chats, messages: rows } }
}

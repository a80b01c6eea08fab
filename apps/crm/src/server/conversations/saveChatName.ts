import type { ChatEvent } from '@crm-chat/proxy'
import { and, eq, ne } from 'drizzle-orm'
import { chatStates, type Database } from '../store/schema.ts'

/** Keeps the name that a customer has in the messenger, which the CRM shows of a stranger. Members of a group name no chat. */
export async function saveChatName(database: Database, event: ChatEvent): Promise<void> {
  if (event.kind !== 'message' || event.message.direction !== 'incoming') return
  const { chat, contact } = event.message
  const name = contact?.name?.slice(0, 150)
  if (!name || chat.chatType.endsWith('group')) return
  const isOwn = and(eq(chatStates.chatType, chat.chatType), eq(chatStates.chatId, chat.chatId))
  await database
    .update(chatStates)
    .set({ name })
    .where(and(isOwn, ne(chatStates.name, name)))
}

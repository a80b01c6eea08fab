import type { ChatEvent } from '@crm-chat/proxy'
import { and, eq, ne } from 'drizzle-orm'
import { chatStates, type Database } from '../store/schema.ts'

/** Keeps the name of a chat in the messenger, which the CRM shows of a stranger and of a group. */
export async function saveChatName(database: Database, event: ChatEvent): Promise<void> {
  const { chat, name } = readName(event)
  if (!chat || !name) return
  const text = name.slice(0, 150)
  const isOwn = and(eq(chatStates.chatType, chat.chatType), eq(chatStates.chatId, chat.chatId))
  await database
    .update(chatStates)
    .set({ name: text })
    .where(and(isOwn, ne(chatStates.name, text)))
}

interface NamedChat {
  chat?: { chatType: string; chatId: string }
  name?: string | undefined
}

function readName(event: ChatEvent): NamedChat {
  if (event.kind === 'group') return event
  if (event.kind !== 'message') return {}
  const { chat, contact, author, direction } = event.message
  const name = contact?.name
  if (!chat.chatType.endsWith('group')) return direction === 'incoming' ? { chat, name } : {}
  // In a group, the contact of an incoming message may be the member who wrote it.
  const isOfGroup = direction === 'outgoing' || author !== undefined || event.vendor === 'wazzup-tech'
  return isOfGroup ? { chat, name } : {}
}

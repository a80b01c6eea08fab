import { and, eq, inArray, sql } from 'drizzle-orm'
import type { ContactChat, LastMessage } from '../../api/chat.ts'
import { chatStates, chats, type Database } from '../store/schema.ts'

/** A chat of a contact, with its state once it has messages. */
export interface ChatSummary extends ContactChat {
  waitingSince: number | null
  lastMessage: LastMessage | null
}

/** Reads the chats of these contacts, by contact. */
export async function selectChats(database: Database, contactIds: string[]): Promise<Map<string, ChatSummary[]>> {
  const isSame = and(eq(chatStates.chatType, chats.chatType), eq(chatStates.chatId, chats.chatId))
  const rows = await database
    .select({ chat: chats, state: chatStates })
    .from(chats)
    .leftJoin(chatStates, isSame)
    .where(inArray(chats.contactId, contactIds))
    .orderBy(sql`${chats}.rowid`)
  const found = new Map<string, ChatSummary[]>()
  for (const { chat, state } of rows) {
    const { contactId, ...named } = chat
    const summary = { ...named, waitingSince: state?.waitingSince ?? null, lastMessage: toLastMessage(state) }
    found.set(contactId, [...(found.get(contactId) ?? []), summary])
  }
  return found
}

/** Returns the longest wait and the latest message of all chats of a contact. */
export function summarize(own: ChatSummary[]): { waitingSince: number | null; lastMessage: LastMessage | null } {
  const waits = own.flatMap(({ waitingSince }) => (waitingSince === null ? [] : [waitingSince]))
  const messages = own.flatMap(({ lastMessage }) => lastMessage ?? [])
  return {
    waitingSince: waits.length > 0 ? Math.min(...waits) : null,
    lastMessage: messages.sort((left, right) => right.at - left.at)[0] ?? null,
  }
}

function toLastMessage(state: typeof chatStates.$inferSelect | null): LastMessage | null {
  return state && { text: state.lastText, at: state.lastAt, isFromCustomer: state.lastIsFromCustomer }
}

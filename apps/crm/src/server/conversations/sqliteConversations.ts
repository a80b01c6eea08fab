import type { ConversationStore, StoredMessage } from '@crm-chat/proxy'
import { parseCursor, toCursor, toMessage, toSearchText } from '@crm-chat/proxy'
import { and, asc, desc, eq, gt, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import { type Database, messages, reads } from '../store/schema.ts'
import { appendUpdate, findId } from './appendUpdate.ts'
import { parseRecord } from './parseRecord.ts'
import { saveChatState } from './saveChatState.ts'

interface Listed {
  where: SQL | undefined
  limit: number
  /** @default the newest first */
  order?: SQL[]
}

const newestFirst = [desc(messages.at), desc(messages.id)]

/** Keeps the conversations in the CRM's own database. */
export function sqliteConversations(database: Database): ConversationStore {
  const { record, id, at, conversationId, chatType, chatId, searchText } = messages

  async function list({ where, limit, order = newestFirst }: Listed): Promise<StoredMessage[]> {
    const rows = await database
      .select({ record })
      .from(messages)
      .where(where)
      .orderBy(...order)
      .limit(limit)
    return rows.flatMap((row) => toMessage(parseRecord(row.record)) ?? [])
  }

  async function find(messageId: string): Promise<{ url: string | undefined; message: StoredMessage } | undefined> {
    const now = await findId({ database, id: messageId })
    const [row] = await database.select({ record }).from(messages).where(eq(id, now))
    const known = row && parseRecord(row.record)
    const message = known && toMessage(known)
    return message && { url: known.fileUrl, message }
  }

  return {
    append: (update) => appendUpdate({ database, update }),
    page: async ({ conversationId: wanted, before, limit }) => {
      const place = before === undefined ? undefined : parseCursor(before)
      const isBefore = place && or(lt(at, place.at), and(eq(at, place.at), lt(id, place.id)))
      const found = await list({ where: and(eq(conversationId, wanted), isBefore), limit: limit + 1 })
      const own = found.slice(0, limit).reverse()
      const [first] = own
      const hasMore = first !== undefined && found.length > limit
      return { messages: own, before: hasMore ? toCursor({ at: Date.parse(first.at), id: first.id }) : null }
    },
    pageFrom: async ({ conversationId: wanted, from, limit }) => {
      const isWanted = eq(conversationId, wanted)
      const own = await list({ where: and(isWanted, gte(at, from)), order: [asc(at), asc(id)], limit })
      const [first] = own
      const [earlier] = first ? await list({ where: and(isWanted, lt(at, from)), limit: 1 }) : []
      return { messages: own, before: first && earlier ? toCursor({ at: Date.parse(first.at), id: first.id }) : null }
    },
    find: async (messageId) => (await find(messageId))?.message,
    findMedia: async (mediaId) => {
      const { url, message } = (await find(mediaId)) ?? {}
      return url === undefined || !message?.file ? undefined : { url, message }
    },
    markRead: async ({ conversationId: own, messageId, userId }) => {
      const message = (await find(messageId))?.message
      if (message?.conversationId !== own) return
      const read = { conversationId: own, userId, at: Date.parse(message.at), messageId: message.id }
      const isLater = or(lt(reads.at, read.at), and(eq(reads.at, read.at), lt(reads.messageId, message.id)))
      await database
        .insert(reads)
        .values(read)
        .onConflictDoUpdate({ target: [reads.conversationId, reads.userId], set: read, setWhere: isLater ?? sql`true` })
    },
    lastRead: async ({ conversationId: own, userId }) => {
      const isOwn = and(eq(reads.conversationId, own), eq(reads.userId, userId))
      const [row] = await database.select({ messageId: reads.messageId }).from(reads).where(isOwn)
      return row?.messageId
    },
    search: async ({ text, conversationIds, limit }) => {
      const wanted = toSearchText(text)
      if (wanted === '') return []
      const isFound = gt(sql`instr(${searchText}, ${wanted})`, 0)
      return list({ where: and(isFound, conversationIds && inArray(conversationId, conversationIds)), limit })
    },
    deleteContact: async ({ chats }) => {
      for (const chat of chats) {
        const isOwn = and(eq(chatType, chat.chatType), eq(chatId, chat.chatId))
        const own = database.select({ conversationId }).from(messages).where(isOwn)
        await database.delete(reads).where(inArray(reads.conversationId, own))
        await database.batch([database.delete(messages).where(isOwn), ...saveChatState(database, chat)])
      }
    },
  }
}

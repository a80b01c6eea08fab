import { and, eq, max } from 'drizzle-orm'
import * as z from 'zod'
import { type Chat, chatTypeSchema } from '../store/chatTypes.ts'
import { isInChat, listLaterMessages, listMessages } from '../store/entities/messages.ts'
import { searchMessages } from '../store/entities/searchMessages.ts'
import { type Message, messages } from '../store/schema.ts'
import type { Database } from '../store/store.ts'
import type { MessagePage, SearchResult, WindowResponse } from './events.ts'
import { toScope, toWindowMessage } from './windowData.ts'
import { parseData, parseRequest, respond, type WindowRequest } from './windowRequest.ts'

const messagesRequest = z.object({
  chatType: chatTypeSchema,
  chatId: z.string(),
  before: z.int().optional(),
  after: z.int().optional(),
  around: z.int().optional(),
})

const pageSize = 50

/** Reads a page of a dialogue. */
export function handleMessages(request: WindowRequest): Promise<WindowResponse<MessagePage>> {
  return respond(async () => {
    const { before, after, around, ...chat } = await parseRequest(request, messagesRequest)
    const { database } = request.store
    const page = await readPage(database, { chat, before, after, around })
    const isFirst = before === undefined && after === undefined
    return {
      ...page,
      messages: page.messages.map(toWindowMessage),
      ...(isFirst && { heardAt: await getLastIncomingAt(database, chat) }),
    }
  })
}

interface PageParameters {
  chat: Chat
  before: number | undefined
  after: number | undefined
  around: number | undefined
}

interface Page {
  messages: Message[]
  hasEarlier: boolean
  hasLater: boolean
}

async function readPage(database: Database, { chat, before, after, around }: PageParameters): Promise<Page> {
  if (around !== undefined) {
    const earlier = await readEarlier(database, { chat, before: around })
    const later = await readLater(database, { chat, after: around - 1 })
    return { ...later, messages: [...earlier.messages, ...later.messages], hasEarlier: earlier.hasEarlier }
  }
  return after === undefined ? readEarlier(database, { chat, before }) : readLater(database, { chat, after })
}

/** A page before a position, or the latest one. */
async function readEarlier(
  database: Database,
  { chat, before }: { chat: Chat; before: number | undefined },
): Promise<Page> {
  const found = await listMessages(database, { ...chat, before, limit: pageSize + 1 })
  const hasEarlier = found.length > pageSize
  return { messages: found.slice(-pageSize), hasEarlier, hasLater: before !== undefined }
}

async function readLater(database: Database, { chat, after }: { chat: Chat; after: number }): Promise<Page> {
  const found = await listLaterMessages(database, { ...chat, after, limit: pageSize + 1 })
  return { messages: found.slice(0, pageSize), hasEarlier: true, hasLater: found.length > pageSize }
}

/** Time of the customer's latest message in each channel: some messengers accept replies for a limited time only. */
async function getLastIncomingAt(database: Database, chat: Chat): Promise<Record<string, number>> {
  const rows = await database
    .select({ channelId: messages.channelId, at: max(messages.sentAt) })
    .from(messages)
    .where(and(isInChat(chat), eq(messages.direction, 'incoming')))
    .groupBy(messages.channelId)
  return Object.fromEntries(rows.map(({ channelId, at }) => [channelId, at ?? 0]))
}

const searchRequest = z.object({ query: z.string().trim().min(2).max(200) })

/** Searches the messages of all dialogues of a window. */
export function handleSearch(request: WindowRequest): Promise<WindowResponse<SearchResult>> {
  return respond(async () => {
    const { query } = parseData(request, searchRequest)
    const scope = toScope(request.session.window)
    const found = await searchMessages(request.store.database, { query, scope, limit: pageSize + 1 })
    return { messages: found.slice(0, pageSize).map(toWindowMessage), hasMore: found.length > pageSize }
  })
}

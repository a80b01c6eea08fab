import { and, eq, max } from 'drizzle-orm'
import * as z from 'zod'
import { type Chat, chatTypeSchema } from '../store/chatTypes.ts'
import { isInChat, listLaterMessages, listMessages } from '../store/entities/messages.ts'
import { type Message, messages } from '../store/schema.ts'
import type { Database } from '../store/store.ts'
import type { MessagePage, WindowAnswer } from './events.ts'
import { toWindowMessage } from './windowData.ts'
import { answer, parseRequest, type WindowRequest } from './windowRequest.ts'

const messagesRequest = z.object({
  chatType: chatTypeSchema,
  chatId: z.string(),
  before: z.int().optional(),
  after: z.int().optional(),
  around: z.int().optional(),
})

const pageSize = 50

/** Gives a window a page of a dialogue, if the dialogue is its to show. */
export function answerMessages(request: WindowRequest): Promise<WindowAnswer<MessagePage>> {
  return answer(async () => {
    const { before, after, around, ...chat } = await parseRequest(request, messagesRequest)
    const { database } = request.store
    const page = await readPage(database, { chat, before, after, around })
    const isFirst = before === undefined && after === undefined
    return {
      ...page,
      messages: page.messages.map(toWindowMessage),
      ...(isFirst && { heardAt: await getHeardAt(database, chat) }),
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

/** A page further up, or the latest one. */
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
async function getHeardAt(database: Database, chat: Chat): Promise<Record<string, number>> {
  const rows = await database
    .select({ channelId: messages.channelId, at: max(messages.sentAt) })
    .from(messages)
    .where(and(isInChat(chat), eq(messages.direction, 'incoming')))
    .groupBy(messages.channelId)
  return Object.fromEntries(rows.map(({ channelId, at }) => [channelId, at ?? 0]))
}

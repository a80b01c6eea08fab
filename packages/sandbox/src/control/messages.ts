import { Hono } from 'hono'
import * as z from 'zod'
import { chatSchema } from '../store/chatTypes.ts'
import { markRead } from '../store/entities/messageStatuses.ts'
import { listMessages } from '../store/entities/messages.ts'
import { explained } from '../store/input/explainIssue.ts'
import type { Message } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { listExtras } from '../vendors/whatomate/messageExtras.ts'
import { readInput, refuseInput } from './readInput.ts'

const pageSchema = z.object({ limit: z.coerce.number().int().min(1).max(1_000).default(1_000) })

/**
 * A dialogue as the customer sees it: `GET /_sandbox/messages?chatType=&chatId=&limit=` lists its latest messages, the
 * oldest first; `POST /_sandbox/simulate/read` plays the customer who reads them.
 */
export function messages({ store }: { store: Store }): Hono {
  return new Hono({ strict: false })
    .get('/messages', async (context) => {
      const chat = chatSchema.safeParse(context.req.query(), explained)
      if (!chat.success) return refuseInput(context, chat.error)
      const page = pageSchema.safeParse(context.req.query(), explained)
      if (!page.success) return refuseInput(context, page.error)
      const found = await listMessages(store.database, { ...chat.data, ...page.data })
      const ids = found.map(({ messageId }) => messageId)
      const extras = await listExtras(store.database, ids)
      const reactionsTo = (id: string): string[] => (extras.get(id)?.reactions ?? []).map(({ emoji }) => emoji)
      return context.json({ messages: found.map((message) => toEntry(message, reactionsTo(message.messageId))) })
    })
    .post('/simulate/read', async (context) => {
      const input = await readInput(context, chatSchema)
      if (!input.ok) return input.refusal
      return context.json({ messageIds: await markRead(store, input.body) })
    })
}

/** A message as the customer sees it. */
export interface ControlMessage
  extends Pick<
    Message,
    | ('messageId' | 'direction' | 'kind' | 'text' | 'content' | 'status' | 'refMessageId' | 'channelId')
    | ('template' | 'buttons' | 'keyboard')
  > {
  author: string | null
  /** Emojis of all who have reacted. */
  reactions: string[]
  edited: boolean
  /** Deleted by the company. */
  deleted: boolean
  /** ISO 8601. */
  at: string
}

function toEntry(
  { authorName: author, sentAt, editedAt, deletedAt, ...message }: Message,
  reactions: string[],
): ControlMessage {
  const { messageId, direction, kind, text, content, status, refMessageId, channelId, template, buttons, keyboard } =
    message
  const marks = { edited: editedAt !== null, deleted: deletedAt !== null }
  const at = new Date(sentAt).toISOString()
  const shown = { text, content, template, buttons, keyboard }
  return { messageId, direction, kind, ...shown, status, refMessageId, channelId, author, reactions, ...marks, at }
}

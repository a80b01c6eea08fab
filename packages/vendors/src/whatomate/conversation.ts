import * as z from 'zod'
import { documents } from '../documents.ts'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { paginate } from '../http/paginate.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { send } from '../http/send.ts'
import type { WhatomateClient } from './client.ts'
import { contactParamsSchema } from './contacts.ts'
import { enveloped, idSchema } from './envelope.ts'
import { type Message, messageSchema } from './message.ts'

/** A page of a conversation, oldest message first. */
export interface MessagePage {
  messages: Message[]
  /** Messages of the whole conversation. */
  total: number
  /** True if there are older ones; if the server does not say so, when the page is full. */
  has_more: boolean | undefined
}

/** Response of `GET /api/contacts/{id}/messages`: `messages` of a server, `items` in its older documents. */
export const messagesAnswerSchema: z.ZodType<MessagePage> = enveloped(
  z
    .looseObject({
      messages: z.array(messageSchema).optional(),
      items: z.array(messageSchema).optional(),
      total: z.number().int().nonnegative(),
      has_more: z.boolean().optional(),
    })
    .transform((data, context) => {
      const messages = data.messages ?? data.items
      if (messages) return { messages, total: data.total, has_more: data.has_more }
      context.addIssue({ code: 'custom', path: ['messages'], message: 'has neither messages nor items' })
      return z.NEVER
    }),
)

/** Parameters of {@link fetchMessages}. */
export interface MessagesParameters {
  contact_id: string
  /** Only messages older than this one. */
  before?: string | undefined
  /** Only messages newer than this one, among the newest `limit`. */
  after?: string | undefined
  /** Page of the conversation, 1 being the newest; only with `mark_read`, and without a cursor. @default 1 */
  page?: number | undefined
  /** 1 to 100. @default 50 */
  limit?: number | undefined
  /** Name of the WhatsApp account whose messages to get. @default all */
  account?: string | undefined
  /**
   * Marks every incoming message of the contact as read, for all staff, and may show the customer that it was. Without it
   * nothing is marked: prefer {@link markContactRead} when the conversation is really seen. @default false
   */
  mark_read?: boolean | undefined
}

/** An unused id: with it the server sends the newest messages and, unlike without a cursor, marks none as read. */
const noMessage = '00000000-0000-0000-0000-000000000000'

const querySchema = z.object({
  before: idSchema.optional(),
  after: idSchema.optional(),
  page: z.int().positive().optional(),
  limit: z.int().min(1).max(100).optional(),
  account: z.string().min(1).optional(),
})

/** Endpoint of {@link fetchMessages}. */
export const fetchMessagesEndpoint = defineEndpoint({
  operation: 'whatomate.fetchMessages',
  method: 'GET',
  path: '/api/contacts/:id/messages',
  summary: 'Get messages of a contact, oldest first',
  params: contactParamsSchema,
  response: { description: 'A page of the conversation.', schema: messagesAnswerSchema },
  source: { document: documents.whatomateMessages, section: 'Retrieve messages for a specific contact' },
})

/**
 * Reads a page of a conversation (`GET /api/contacts/{id}/messages`), oldest first; the newest page without a cursor.
 * @throws {VendorRequestError} with status 404 for a contact that does not exist, or that the key may not see.
 * @see Whatomate, "Messages"
 */
export async function fetchMessages(
  client: WhatomateClient,
  { contact_id, mark_read = false, ...parameters }: MessagesParameters,
  options: CallOptions = {},
): Promise<MessagePage> {
  const { before, after, page, limit = 50, account } = parseParameters(querySchema, parameters)
  const marking = mark_read && before === undefined && after === undefined
  const answer = await send(client.http, fetchMessagesEndpoint, {
    params: { id: contact_id },
    query: {
      limit,
      account,
      page: marking ? page : undefined,
      before_id: marking ? undefined : (before ?? noMessage),
      before, // Name in the older documents; servers ignore it.
      after,
    },
    signal: options.signal,
  })
  const messages = afterMessage({ messages: answer.messages, id: after })
  return { ...answer, messages, has_more: answer.has_more ?? answer.messages.length >= limit }
}

/** Parameters of {@link listMessages}. */
export type MessageListParameters = Pick<MessagesParameters, 'contact_id' | 'before' | 'account'>

/** A conversation from its newest message, or from the one before `before`, back to its first. Nothing is marked as read. */
export function listMessages(
  client: WhatomateClient,
  { before, ...parameters }: MessageListParameters,
  options: CallOptions = {},
): AsyncGenerator<Message> {
  return paginate({
    start: { before },
    async fetchPage(cursor) {
      const { messages, has_more } = await fetchMessages(client, { ...parameters, ...cursor, limit: 100 }, options)
      const oldest = messages[0]?.id
      const stuck = oldest === undefined || oldest === cursor.before
      return { items: messages.toReversed(), next: has_more && !stuck ? { before: oldest } : undefined }
    },
  })
}

/** A server without `after` sends the newest messages: older ones are left out here. */
function afterMessage({ messages, id }: { messages: Message[]; id: string | undefined }): Message[] {
  return messages.slice(messages.findIndex((message) => message.id === id) + 1)
}

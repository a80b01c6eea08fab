import * as z from 'zod/mini'
import { type Message, messageSchema } from './messages.ts'

/**
 * Response of `GET /conversations/:conversationId/messages?before=`, and of `GET /conversations/:conversationId/from?time=`: one
 * page, oldest message first.
 */
export interface ConversationPage {
  messages: Message[]
  /** Cursor of the page before: the next `before`. Null at the conversation's beginning. */
  before: string | null
}

/** Body of `POST /conversations/:conversationId/read`. */
export interface ReadRequest {
  /** Id of the last message that was seen. */
  messageId: string
}

/** Response of `GET /conversations/:conversationId/search?text=`: messages that contain the text, newest first, 50 at most. */
export interface SearchResult {
  messages: Message[]
}

/** Schema of {@link SearchResult}. */
export const searchResultSchema: z.ZodMiniType<SearchResult> = z.object({ messages: z.array(messageSchema) })

/** Schema of {@link ConversationPage}. */
export const conversationPageSchema: z.ZodMiniType<ConversationPage> = z.object({
  messages: z.array(messageSchema),
  before: z.nullable(z.string()),
})

/** Schema of {@link ReadRequest}: unknown fields are refused. */
export const readRequestSchema: z.ZodMiniType<ReadRequest> = z.strictObject({
  messageId: z.string().check(z.minLength(1), z.maxLength(200)),
})

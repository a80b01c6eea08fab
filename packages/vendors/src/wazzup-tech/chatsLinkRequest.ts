import * as z from 'zod'
import { chatIdProblem, chatIdSchema, chatTypeSchema } from './chats.ts'
import { userIdSchema, vendorIdSchema } from './ids.ts'

const chatShape = {
  chat_type: chatTypeSchema,
  chat_id: chatIdSchema.optional(),
  username: z.string().min(1).max(200).optional(),
}

/** A card's chat, and the name a missing contact is created with. */
const cardChatSchema = z.object({ ...chatShape, contact_name: z.string().max(200).optional() }).superRefine(checkChat)
const activeChatSchema = z.object({ ...chatShape, channel_id: vendorIdSchema.optional() }).superRefine(checkChat)

const chatsLinkShape = z.object({
  user_id: userIdSchema,
  author_name: z.string().min(1).max(150).optional(),
  scope: z.enum(['global', 'card']),
  chats: z.array(cardChatSchema).min(1).max(100).optional(),
  active_chat: activeChatSchema.optional(),
  use_events: z.object({ deals: z.boolean().optional(), messages: z.boolean().optional() }).optional(),
  client_type: z.string().max(200).optional(),
})

/** Body of `POST /v2/iframe-links/chats`. The documents' own form of the user, `user:{id}`, is read as `user_id`. */
export const chatsLinkRequestSchema = z
  .preprocess(withUserId, chatsLinkShape)
  .refine((body) => (body.scope === 'card') === (body.chats !== undefined), {
    path: ['chats'],
    message: 'scope "card" needs chats, scope "global" must not have any',
  })

type CardChat = z.input<typeof cardChatSchema>
type ActiveChat = z.input<typeof activeChatSchema>

/** Parameters of {@link createChatsLink}. */
export type ChatsLinkParameters = {
  /** The CRM's own id of its user: decides which chats are seen, and in whose name messages go out. */
  user_id: string | number
  /** The name messages go out with. @default the user's own */
  author_name?: string | undefined
  /** The chat that is open at first. */
  active_chat?: ActiveChat | undefined
  /** Events the window posts to the page, where webhooks cannot be used. */
  use_events?: { deals?: boolean | undefined; messages?: boolean | undefined } | undefined
  /** A name for the CRM; wanted with `use_events`, and may be empty. */
  client_type?: string | undefined
} & ({ scope: 'global'; chats?: undefined } | { scope: 'card'; chats: CardChat[] })

function withUserId(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('user' in body) || 'user_id' in body) return body
  const { user, ...rest } = body
  return typeof user === 'object' && user !== null && 'id' in user ? { ...rest, user_id: user.id } : body
}

function checkChat(chat: z.output<z.ZodObject<typeof chatShape>>, context: z.RefinementCtx): void {
  const { chat_type, chat_id, username } = chat
  if (chat_id === undefined && (chat_type !== 'telegram' || username === undefined)) {
    context.addIssue({ code: 'custom', path: ['chat_id'], message: `a ${chat_type} chat needs a chat_id` })
  }
  const message = chat_id === undefined ? undefined : chatIdProblem({ chatType: chat_type, chatId: chat_id })
  if (message) context.addIssue({ code: 'custom', path: ['chat_id'], message })
}

import * as z from 'zod/mini'
import { type Chat, chatSchema, type NamedChat, namedChatSchema } from './chats.ts'

/** Body of `POST /window`: all of the user's chats, or the chats of one card. The session names the user. */
export type WindowRequest =
  | { scope: 'global'; activeChat?: Chat | undefined }
  | { scope: 'card'; chats: NamedChat[]; activeChat?: Chat | undefined }

/** Response of `POST /window`. */
export interface WindowLink {
  /** Source of the iframe. A credential of its user: never log, store or show it. */
  url: string
  /** Origin of `url`: the only one whose messages the page may accept. */
  origin: string
  /** ISO 8601, or null where the vendor names no end. */
  expiresAt: string | null
}

/** Schema of {@link WindowRequest}: unknown fields are refused. */
export const windowRequestSchema: z.ZodMiniType<WindowRequest> = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('global'), activeChat: z.optional(chatSchema) }),
  z.strictObject({
    scope: z.literal('card'),
    chats: z.array(namedChatSchema).check(z.minLength(1), z.maxLength(100)),
    activeChat: z.optional(chatSchema),
  }),
])

/** Schema of {@link WindowLink}. */
export const windowLinkSchema: z.ZodMiniType<WindowLink> = z.object({
  url: z.url({ protocol: /^https?$/ }),
  origin: z.url({ protocol: /^https?$/ }),
  expiresAt: z.nullable(z.iso.datetime()),
})

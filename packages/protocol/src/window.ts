import * as z from 'zod/mini'
import { type Chat, chatSchema, type NamedChat, namedChatSchema } from './chats.ts'
import type { Open } from './open.ts'

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
  /** Tells if a message to the window's chat would arrive. Missing where the proxy cannot know. */
  reachable?: Reachability | undefined
  /** Finding of the proxy's one look at the link. Missing where it did not look, or could not tell. */
  look?: Open<LinkLook> | undefined
}

/** `refusesFraming`: its headers forbid the page that asked to show it in a frame. `failed`: its status is an error's. */
export type LinkLook = 'ok' | 'refusesFraming' | 'failed'

/** Reason why a chat cannot be written to. `noChannel`: none for its messenger. `channelOff`: one that carries no messages. */
export type UnreachableReason = 'noChannel' | 'channelOff' | 'unknownContact'

/** Possibility of writing to a chat. */
export interface Reachability {
  ok: boolean
  /** Present where `ok` is false. */
  reason?: Open<UnreachableReason> | undefined
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
  reachable: z.optional(z.object({ ok: z.boolean(), reason: z.optional(z.string()) })),
  look: z.optional(z.string()),
})

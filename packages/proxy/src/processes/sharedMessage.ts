import { eventSchemas } from '@crm-chat/protocol'
import * as z from 'zod'
import type { PageEvent } from '../live/toPageEvents.ts'

/** An event that is shown to pages, and to whose. */
export type ShownEvent = Pick<PageEvent, 'name' | 'data'> & {
  /** `allowed`: the users connected whom the CRM allows to open the chat. A list has their ids. */
  to: 'everyone' | 'admins' | 'allowed' | string[]
  /** The chat it is about. */
  chat?: { chatType: string; chatId: string } | undefined
  /** Id of the user whose own message it is about: with `allowed`, that user gets it in any case. */
  author?: string | undefined
}

/** A message from one process of a CRM to all others: an event for their pages, or a logout. */
export type SharedMessage =
  | { kind: 'event'; tenant?: string | undefined; event: ShownEvent }
  | { kind: 'revoke'; tenant?: string | undefined; userId: string }

const tenant = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .optional()
const userId = z.string().min(1).max(64)
const audience = {
  to: z.union([z.enum(['everyone', 'admins', 'allowed']), z.array(userId).max(10_000)]),
  chat: z.strictObject({ chatType: z.string().max(64), chatId: z.string().max(256) }).optional(),
  author: userId.optional(),
}

const event = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('message'), data: eventSchemas.message, ...audience }),
  z.strictObject({ name: z.literal('status'), data: eventSchemas.status, ...audience }),
  z.strictObject({ name: z.literal('channel'), data: eventSchemas.channel, ...audience }),
  z.strictObject({ name: z.literal('export'), data: eventSchemas.export, ...audience }),
])

/** Schema of {@link SharedMessage}. Nothing else passes from one process to another. */
export const sharedMessageSchema: z.ZodType<SharedMessage> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('event'), tenant, event }),
  z.strictObject({ kind: z.literal('revoke'), tenant, userId }),
])

import type * as z from 'zod'
import { type ChatType, chatIdProblem, chatIdSchema, chatTypeSchema, phoneSchema, usernameSchema } from './chats.ts'

/** Fields that name a dialogue: by its id, or in Telegram and MAX by what is known of a new contact. */
export const recipientShape = {
  chatType: chatTypeSchema,
  chatId: chatIdSchema.optional(),
  /** Telegram only: the contact's name, without `@`. */
  username: usernameSchema.optional(),
  /** Telegram and MAX only: the contact's phone number, digits only. */
  phone: phoneSchema.optional(),
}

/** Recipient: a dialogue by its id; in Telegram also a contact's name or phone number, in MAX a phone number. */
export type Recipient =
  | { chatType: ChatType; chatId: string | number; username?: never; phone?: never }
  | { chatType: 'telegram'; username: string; chatId?: never; phone?: never }
  | { chatType: 'telegram' | 'max'; phone: string; chatId?: never; username?: never }

interface CheckedRecipient {
  chatType: ChatType
  chatId?: string | undefined
  username?: string | undefined
  phone?: string | undefined
}

/** Rejects a recipient without a required id, and an invalid id for its messenger. */
export function checkRecipient(
  { chatType, chatId, username, phone }: CheckedRecipient,
  context: z.RefinementCtx,
): void {
  const refuse = (field: string, message: string): void => context.addIssue({ code: 'custom', path: [field], message })
  if (username !== undefined && chatType !== 'telegram') refuse('username', 'only telegram finds a contact by username')
  if (phone !== undefined && chatType !== 'telegram' && chatType !== 'max') {
    refuse('phone', 'only telegram and max find a contact by phone')
  }
  if (chatId === undefined && username === undefined && phone === undefined) refuse('chatId', 'name the recipient')
  const problem = chatId === undefined ? undefined : chatIdProblem({ chatType, chatId })
  if (problem) refuse('chatId', problem)
}

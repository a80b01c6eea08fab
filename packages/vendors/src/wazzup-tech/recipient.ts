import * as z from 'zod'
import { chatIdProblem, chatIdSchema, chatTypeSchema } from './chats.ts'
import { phoneSchema } from './ids.ts'

const recipientShape = z.object({
  chat_type: chatTypeSchema,
  chat_id: chatIdSchema.optional(),
  username: z
    .string()
    .regex(/^[^@\s]{1,200}$/, 'a username has no leading @')
    .optional(),
  phone: phoneSchema.optional(),
  crm_contact_name: z.string().max(200).optional(),
})

/** `recipient` of `POST /v2/messages`: the receiver of a message. */
export const recipientSchema = recipientShape.superRefine((recipient, context) => {
  for (const problem of findProblems(recipient)) context.addIssue({ code: 'custom', ...problem })
})

interface Named {
  /** Name of the contact in the CRM. */
  crm_contact_name?: string | undefined
}

/** A Telegram chat: by its id, or, while that is not known, by username (without `@`) or phone (digits only). */
export type TelegramRecipient = Named & { chat_type: 'telegram' } & (
    | { chat_id: string | number; username?: string | undefined; phone?: string | undefined }
    | { username: string; chat_id?: undefined; phone?: string | undefined }
    | { phone: string; chat_id?: undefined; username?: undefined }
  )

/** A MAX chat: by its id, or, while that is not known, by phone (digits only). */
export type MaxRecipient = Named & { chat_type: 'max' } & (
    | { chat_id: string | number; phone?: string | undefined }
    | { phone: string; chat_id?: undefined }
  )

/** A WhatsApp or WABA chat; `chat_id` is an international phone number, digits only. */
export type WhatsappRecipient = Named & { chat_type: 'whatsapp'; chat_id: string | number }

/** A chat of any other messenger, by its id: for `viber` a phone number, for `instagram` a name without `@`. */
export type OtherRecipient = Named & {
  chat_type: 'whatsgroup' | 'viber' | 'instagram' | 'telegroup' | 'vk' | 'avito' | 'maxgroup'
  chat_id: string | number
}

/** Receiver of a message. */
export type Recipient = WhatsappRecipient | TelegramRecipient | MaxRecipient | OtherRecipient

interface Problem {
  path: string[]
  message: string
}

function findProblems({ chat_type, chat_id, username, phone }: z.output<typeof recipientShape>): Problem[] {
  const problems: Problem[] = []
  const mayBePhone = chat_type === 'telegram' || chat_type === 'max'
  const wrongId = chat_id === undefined ? undefined : chatIdProblem({ chatType: chat_type, chatId: chat_id })
  if (wrongId) problems.push({ path: ['chat_id'], message: wrongId })
  if (username !== undefined && chat_type !== 'telegram') {
    problems.push({ path: ['username'], message: 'a username is for telegram only' })
  }
  if (phone !== undefined && !mayBePhone) {
    problems.push({ path: ['phone'], message: 'a phone is for telegram and max only; elsewhere use chat_id' })
  }
  if (chat_id === undefined && username === undefined && phone === undefined) {
    problems.push({ path: ['chat_id'], message: `a ${chat_type} recipient needs a chat_id` })
  }
  return problems
}

import * as z from 'zod/mini'
import { type ChatType, chatTypes } from './wire/chatTypes.ts'

/** A dialogue in one messenger: `chatId` is the contact's account there, e.g. a phone number in digits for whatsapp. */
export interface Chat {
  chatType: ChatType
  chatId: string
}

/** A dialogue, and the name a contact is created with if the vendor does not know it yet. */
export interface NamedChat extends Chat {
  name?: string | undefined
}

const chatShape = {
  chatType: z.enum(chatTypes),
  chatId: z.string().check(z.minLength(1), z.maxLength(200)),
}

/** Schema of {@link Chat}: unknown fields are refused. */
export const chatSchema: z.ZodMiniType<Chat> = z.strictObject(chatShape)

/** Schema of {@link NamedChat}: unknown fields are refused. */
export const namedChatSchema: z.ZodMiniType<NamedChat> = z.strictObject({
  ...chatShape,
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
})

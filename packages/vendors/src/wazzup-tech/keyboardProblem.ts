import type * as z from 'zod'
import type { ChatType } from './chats.ts'
import { type keyboardSchema, maxKeyboardSchema, telegramKeyboardSchema, wabaKeyboardSchema } from './keyboard.ts'

/** The keyboard each messenger takes: WABA under `whatsapp`, Telegram Bot under `telegram`, MAX bot under `max`. */
const keyboards: Partial<Record<ChatType, z.ZodType>> = {
  whatsapp: wabaKeyboardSchema,
  telegram: telegramKeyboardSchema,
  max: maxKeyboardSchema,
}

/** What is wrong with a message's keyboard, if anything. */
export function keyboardProblem(message: {
  recipient: { chat_type: ChatType }
  keyboard?: z.output<typeof keyboardSchema> | undefined
  template?: unknown
}): { path: string[]; message: string } | undefined {
  const { keyboard, recipient, template } = message
  if (!keyboard) return undefined
  if (template !== undefined) return { path: ['keyboard'], message: 'a template has its own buttons: template.buttons' }
  const schema = keyboards[recipient.chat_type]
  if (!schema) return { path: ['keyboard'], message: `a ${recipient.chat_type} message has no buttons` }
  if (schema.safeParse(keyboard).success) return undefined
  return { path: ['keyboard'], message: `is not what a ${recipient.chat_type} message takes` }
}

import * as z from 'zod'
import { countCharacters } from '../countCharacters.ts'
import type { ChatType } from './chats.ts'

const captioned = (limit: number): z.ZodType<string, string> =>
  z
    .string()
    .min(1)
    .refine((text) => countCharacters(text) <= limit, `a button's text has ${limit} characters at most`)

/** A button's payload that Telegram hands back to the bot: 1 to 64 bytes in UTF-8. */
const callbackDataSchema = z.string().refine((data) => {
  const { length } = new TextEncoder().encode(data)
  return length >= 1 && length <= 64
}, 'callback_data has 1 to 64 bytes')

const linkSchema = z.url()

const buttonLimit = (limit: number) => (rows: unknown[][]) => rows.flat().length <= limit

/** Buttons of an interactive WABA message: up to 10, of up to 20 characters. The vendor would drop an eleventh in silence. */
export const wabaKeyboardSchema = z.object({
  buttons: z
    .array(z.object({ text: captioned(20).optional(), type: z.literal('text').optional(), payload: z.string() }))
    .min(1)
    .max(10, 'a WABA message has 10 buttons at most; the vendor would drop the rest'),
})
/** Buttons of an interactive WABA message. */
export type WabaKeyboard = z.input<typeof wabaKeyboardSchema>

const telegramShape = {
  one_time_keyboard: z.boolean().optional(),
  resize_keyboard: z.boolean().optional(),
  selective: z.boolean().optional(),
  remove_keyboard: z.boolean().optional(),
}
const telegramRefusal = 'a Telegram message has 12 buttons at most; the vendor would drop the rest'

/** Buttons under a Telegram Bot message: each opens a link or hands `callback_data` back. */
const telegramInlineSchema = z.object({
  reply_markup: z.literal('inline').optional(),
  buttons: z
    .array(
      z.array(
        z.union([
          z.strictObject({ text: captioned(64), url: linkSchema }),
          z.strictObject({ text: captioned(64), callback_data: callbackDataSchema }),
        ]),
      ),
    )
    .refine(buttonLimit(12), telegramRefusal),
  ...telegramShape,
})
/** Buttons in the place of Telegram's own keyboard: each sends its text as a message. */
const telegramReplySchema = z.object({
  reply_markup: z.literal('reply').optional(),
  buttons: z.array(z.array(z.strictObject({ text: captioned(64) }))).refine(buttonLimit(12), telegramRefusal),
  ...telegramShape,
})

/** Takes the buttons away that are in the place of Telegram's own keyboard. */
const telegramRemovalSchema = z.object({
  reply_markup: z.literal('reply').optional(),
  ...telegramShape,
  remove_keyboard: z.literal(true),
})

/** Buttons of a Telegram Bot message: up to 12 in rows, of up to 64 characters; the vendor would drop others in silence. */
export const telegramKeyboardSchema = z.union([telegramInlineSchema, telegramReplySchema, telegramRemovalSchema])
/** Buttons of a Telegram Bot message. */
export type TelegramKeyboard = z.input<typeof telegramKeyboardSchema>

const intentSchema = z.enum(['default', 'positive', 'negative']).optional()

/** Buttons of a MAX bot message, in rows: `callback` hands its payload back, `link` opens, `message` sends its text. */
export const maxKeyboardSchema = z.object({
  buttons: z
    .array(
      z.array(
        z.discriminatedUnion('type', [
          z.strictObject({
            type: z.literal('callback'),
            text: z.string().min(1),
            payload: z.string().min(1),
            intent: intentSchema,
          }),
          z.strictObject({ type: z.literal('link'), text: z.string().min(1), url: linkSchema, intent: intentSchema }),
          z.strictObject({ type: z.literal('message'), text: z.string().min(1), intent: intentSchema }),
        ]),
      ),
    )
    .min(1),
})
/** Buttons of a MAX bot message. */
export type MaxKeyboard = z.input<typeof maxKeyboardSchema>

/** `keyboard` of a message; which of the three it is follows from the messenger. */
export const keyboardSchema = z.union([wabaKeyboardSchema, telegramKeyboardSchema, maxKeyboardSchema])

/** Keyboard of each messenger: WABA under `whatsapp`, Telegram Bot under `telegram`, MAX bot under `max`. */
const keyboards: Partial<Record<ChatType, z.ZodType>> = {
  whatsapp: wabaKeyboardSchema,
  telegram: telegramKeyboardSchema,
  max: maxKeyboardSchema,
}

/** Describes the problem with a message's keyboard, if there is one. */
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
  return { path: ['keyboard'], message: `is not a valid keyboard for a ${recipient.chat_type} message` }
}

import * as z from 'zod'
import { countCharacters } from '../countCharacters.ts'
import type { ChatType } from './chats.ts'

const telegramText = z
  .string()
  .min(1)
  .refine((text) => countCharacters(text) <= 64, "a Telegram button's text has 64 characters at most")

/** Data that Telegram hands back to the bot: 1 to 64 bytes in UTF-8. */
const callbackDataSchema = z.string().refine((data) => {
  const { length } = new TextEncoder().encode(data)
  return length >= 1 && length <= 64
}, 'callbackData has 1 to 64 bytes')

const linkSchema = z.url({ protocol: /^https?$|^tg$/ })

/** Maximum number of a Telegram message's buttons, in all rows together: the vendor drops the rest in silence. */
const telegramButtonLimit = 12
const atMostTwelve = [
  (rows: unknown[][]): boolean => rows.flat().length <= telegramButtonLimit,
  `a Telegram message has ${telegramButtonLimit} buttons at most: the vendor would drop the rest in silence`,
] as const

const inlineButtonSchema = z
  .object({ text: telegramText, url: linkSchema.optional(), callbackData: callbackDataSchema.optional() })
  .refine(({ url, callbackData }) => url !== undefined || callbackData !== undefined, 'needs a url or callbackData')

/** Buttons under a message of a Telegram bot. */
const telegramInlineSchema = z.object({
  replyMarkup: z.literal('inline'),
  buttons: z
    .array(z.array(inlineButtonSchema).min(1))
    .min(1)
    .refine(...atMostTwelve),
})

/** Buttons in the place of Telegram's own keyboard. */
const telegramReplySchema = z.object({
  replyMarkup: z.literal('reply'),
  buttons: z
    .array(z.array(z.object({ text: telegramText })).min(1))
    .min(1)
    .refine(...atMostTwelve),
  oneTimeKeyboard: z.boolean().optional(),
  removeKeyboard: z.literal(false).optional(),
})

/** Takes the buttons away that are in the place of Telegram's own keyboard. */
const telegramRemovalSchema = z.object({ replyMarkup: z.literal('reply').optional(), removeKeyboard: z.literal(true) })

const intentSchema = z.enum(['default', 'positive', 'negative']).optional()
const maxText = z.string().min(1)

/** Buttons under a message of a MAX bot. */
const maxKeyboardSchema = z.object({
  chatType: z.literal('max').optional(),
  buttons: z
    .array(
      z
        .array(
          z.discriminatedUnion('type', [
            z.object({ type: z.literal('callback'), text: maxText, payload: z.string().min(1), intent: intentSchema }),
            z.object({ type: z.literal('link'), text: maxText, url: linkSchema, intent: intentSchema }),
            z.object({ type: z.literal('message'), text: maxText, intent: intentSchema }),
          ]),
        )
        .min(1),
    )
    .min(1),
})

/** Keyboard of a bot's message, in rows. */
export const botKeyboardSchema = z.union([
  telegramRemovalSchema,
  telegramInlineSchema,
  telegramReplySchema,
  maxKeyboardSchema,
])

/** The messenger that has keyboards of this kind. */
export function messengerOfKeyboard(keyboard: z.output<typeof botKeyboardSchema>): ChatType {
  return 'removeKeyboard' in keyboard || 'replyMarkup' in keyboard ? 'telegram' : 'max'
}

/**
 * Keyboard of a Telegram bot's message: up to 12 buttons in rows, of up to 64 characters. `inline` buttons are under the
 * message and open a link or hand `callbackData` (1 to 64 bytes) to the bot. `reply` buttons take the place of the
 * customer's keyboard and send their text; `oneTimeKeyboard` hides them after one was pressed. `removeKeyboard` takes them
 * away.
 */
export type TelegramKeyboard =
  | { replyMarkup: 'inline'; buttons: ({ text: string; url: string } | { text: string; callbackData: string })[][] }
  | { replyMarkup: 'reply'; buttons: { text: string }[][]; oneTimeKeyboard?: boolean }
  | { replyMarkup: 'reply'; removeKeyboard: true }

/**
 * Keyboard of a MAX bot's message, in rows: `callback` hands its payload to the bot, `link` opens, and `message` sends its
 * text. `intent` colours the button.
 */
export interface MaxKeyboard {
  chatType?: 'max'
  buttons: (
    | { type: 'callback'; text: string; payload: string; intent?: ButtonIntent }
    | { type: 'link'; text: string; url: string; intent?: ButtonIntent }
    | { type: 'message'; text: string; intent?: ButtonIntent }
  )[][]
}

/** Meaning of a MAX button, which colours it. */
export type ButtonIntent = 'default' | 'positive' | 'negative'

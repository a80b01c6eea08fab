import * as z from 'zod/mini'

/** A button of a MAX bot's message. `callback` hands its payload to the bot, `link` opens, `message` sends its text. */
export type MaxButton = { text: string; intent?: 'default' | 'positive' | 'negative' | undefined } & (
  | { type: 'callback'; payload: string }
  | { type: 'link'; url: string }
  | { type: 'message' }
)

/**
 * Buttons of a message. `buttons`: up to 10, in WhatsApp. `list`: a menu, in WhatsApp. `link`: one button that opens a page,
 * in WhatsApp. `inline`: rows under a message of a Telegram bot. `reply`: rows in the place of the customer's keyboard in
 * Telegram; `remove` takes them away. `max`: rows under a message of a MAX bot.
 */
export type Keyboard =
  | { type: 'buttons'; buttons: { text: string; id?: string | undefined }[] }
  | {
      type: 'list'
      /** Text of the button that opens the menu. @default the vendor's own */
      button?: string | undefined
      sections: {
        title?: string | undefined
        rows: { id: string; title: string; description?: string | undefined }[]
      }[]
    }
  | { type: 'link'; text: string; url: string }
  | { type: 'inline'; rows: ({ text: string; url: string } | { text: string; callbackData: string })[][] }
  | {
      type: 'reply'
      rows: { text: string }[][]
      /** True hides it once a button was pressed. */
      oneTime?: boolean | undefined
      /** True makes it as high as its buttons need. */
      resize?: boolean | undefined
      /** True shows it to the people that the text mentions, and to the author of the quoted message. */
      selective?: boolean | undefined
    }
  | { type: 'remove' }
  | { type: 'max'; rows: MaxButton[][] }

const text = z.string().check(z.minLength(1), z.maxLength(256))
const payload = z.string().check(z.minLength(1), z.maxLength(1_024))
const url = z.url({ protocol: /^(https?|tg)$/ }).check(z.maxLength(2_048))

function rowsOf<Button extends z.ZodMiniType>(button: Button) {
  const row = z.array(button).check(z.minLength(1), z.maxLength(12))
  return z.array(row).check(z.minLength(1), z.maxLength(30))
}

const intent = z.optional(z.enum(['default', 'positive', 'negative']))
const maxButton = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('callback'), text, payload, intent }),
  z.strictObject({ type: z.literal('link'), text, url, intent }),
  z.strictObject({ type: z.literal('message'), text, intent }),
])
const listRow = z.strictObject({ id: payload, title: text, description: z.optional(text) })
const section = z.strictObject({
  title: z.optional(text),
  rows: z.array(listRow).check(z.minLength(1), z.maxLength(10)),
})

/** Schema of {@link Keyboard}: unknown fields are refused. The vendor's own limits are checked where the message is sent. */
export const keyboardSchema: z.ZodMiniType<Keyboard> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('buttons'),
    buttons: z.array(z.strictObject({ text, id: z.optional(payload) })).check(z.minLength(1), z.maxLength(10)),
  }),
  z.strictObject({
    type: z.literal('list'),
    button: z.optional(text),
    sections: z.array(section).check(z.minLength(1), z.maxLength(10)),
  }),
  z.strictObject({ type: z.literal('link'), text, url }),
  z.strictObject({
    type: z.literal('inline'),
    rows: rowsOf(z.union([z.strictObject({ text, url }), z.strictObject({ text, callbackData: payload })])),
  }),
  z.strictObject({
    type: z.literal('reply'),
    rows: rowsOf(z.strictObject({ text })),
    oneTime: z.optional(z.boolean()),
    resize: z.optional(z.boolean()),
    selective: z.optional(z.boolean()),
  }),
  z.strictObject({ type: z.literal('remove') }),
  z.strictObject({ type: z.literal('max'), rows: rowsOf(maxButton) }),
])

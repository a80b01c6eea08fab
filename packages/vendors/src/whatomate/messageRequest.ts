import * as z from 'zod'
import { countCharacters } from '../countCharacters.ts'
import { idSchema } from './envelope.ts'
import { type Interactive, interactiveSchema } from './interactive.ts'

const replyShape = {
  /** The quoted message. The server silently ignores an unknown one. */
  reply_to_message_id: idSchema.optional(),
  /** Name of the WhatsApp account to send from. */
  whatsapp_account: z.string().min(1).optional(),
}

const textSchema = z
  .string()
  .refine((text) => text.trim() !== '', 'the server would send an empty message')
  .refine((text) => countCharacters(text) <= 4_096, 'a text has 4,096 characters at most')

/**
 * Body of a text. The server reads `content.body`, its older documents name `text`; each ignores the other's field and
 * sends an empty message without its own. So both are sent, and either is read.
 */
export const textRequestSchema = z
  .object({
    type: z.literal('text'),
    text: textSchema.optional(),
    content: z.object({ body: textSchema }).optional(),
    ...replyShape,
  })
  .transform((body, context) => {
    const text = body.content?.body ?? body.text
    if (text !== undefined) return { ...body, text, content: { body: text } }
    context.addIssue({ code: 'custom', path: ['text'], message: 'a text message needs a text' })
    return z.NEVER
  })

/** Body of a message with buttons, a list or a link. */
export const interactiveRequestSchema = z.object({
  type: z.literal('interactive'),
  interactive: interactiveSchema,
  ...replyShape,
})

/** Body of `POST /api/contacts/{id}/messages`. */
export const messageRequestSchema = z.union([textRequestSchema, interactiveRequestSchema])

/** Parameters of {@link sendMessage}: a text, or a text with buttons, a list or a link. */
export type MessageParameters = {
  contact_id: string
  /** The quoted message. */
  reply_to_message_id?: string | undefined
  /** Name of the WhatsApp account to send from. @default the contact's */
  whatsapp_account?: string | undefined
} & (
  | { type: 'text'; text: string; interactive?: undefined }
  | { type: 'interactive'; interactive: Interactive; text?: undefined }
)

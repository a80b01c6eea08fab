import * as z from 'zod'
import { countCharacters } from '../countCharacters.ts'
import { type Attachment, attachmentSchema } from './attachment.ts'
import { textLimits } from './chats.ts'
import { userIdSchema } from './ids.ts'
import {
  keyboardProblem,
  keyboardSchema,
  type MaxKeyboard,
  type TelegramKeyboard,
  type WabaKeyboard,
} from './keyboard.ts'
import {
  type MaxRecipient,
  type OtherRecipient,
  recipientSchema,
  type TelegramRecipient,
  type WhatsappRecipient,
} from './recipient.ts'

const templateButtonSchema = z.object({
  text: z.string().optional(),
  type: z.string().optional(),
  payload: z.string().min(1),
})

/** `template` of a message: an approved WABA template. `buttons` only to give its buttons a payload; their text is fixed. */
export const messageTemplateSchema = z.object({
  id: z.guid(),
  values: z.array(z.string()).optional(),
  buttons: z.array(templateButtonSchema).max(10).optional(),
})
/** An approved WABA template, filled in. */
export type MessageTemplate = z.input<typeof messageTemplateSchema>

const messageShape = z.object({
  channel_id: z.guid(),
  quoted_message_id: z.guid().optional(),
  recipient: recipientSchema,
  text: z.string().min(1).optional(),
  attachment: attachmentSchema.optional(),
  template: messageTemplateSchema.optional(),
  keyboard: keyboardSchema.optional(),
  crm_user_id: userIdSchema.optional(),
  reset_unanswered: z.boolean().optional(),
  buttons: z.array(templateButtonSchema).max(10).optional(),
})

/**
 * Body of `POST /v2/messages`. The documents' table has a template's buttons in `template.buttons`, their example beside
 * `template`: both are read, the table's form is sent.
 */
export const messageRequestSchema = messageShape
  .superRefine((message, context) => {
    const problem = contentProblem(message) ?? textProblem(message) ?? keyboardProblem(message)
    if (problem) context.addIssue({ code: 'custom', ...problem })
  })
  .transform(({ buttons, template, ...message }) => ({
    ...message,
    ...(template && { template: { ...template, ...(buttons && { buttons }) } }),
  }))

type Content =
  | { text: string; attachment?: undefined; template?: undefined }
  | { attachment: Attachment; text?: undefined; template?: undefined }
  | { template: MessageTemplate; text?: undefined; attachment?: undefined }

type Addressed =
  | { recipient: WhatsappRecipient; keyboard?: WabaKeyboard | undefined }
  | { recipient: TelegramRecipient; keyboard?: TelegramKeyboard | undefined }
  | { recipient: MaxRecipient; keyboard?: MaxKeyboard | undefined }
  | { recipient: OtherRecipient; keyboard?: undefined }

/** Parameters of {@link sendMessage}: a text, a file or a template, to one recipient. */
export type MessageParameters = Content &
  Addressed & {
    channel_id: string
    /** The message to quote. */
    quoted_message_id?: string | undefined
    /** Sender: the CRM's own id of its user. */
    crm_user_id?: string | number | undefined
    /** False keeps the chat in the unanswered counter. @default true */
    reset_unanswered?: boolean | undefined
  }

type Message = z.output<typeof messageShape>

interface Problem {
  path: string[]
  message: string
}

function contentProblem({ text, attachment, template, buttons }: Message): Problem | undefined {
  if ([text, attachment, template].filter((part) => part !== undefined).length !== 1) {
    return { path: [], message: 'give one of text, attachment and template' }
  }
  if (buttons && !template) return { path: ['buttons'], message: 'buttons need a template; with a text, use keyboard' }
  return undefined
}

function textProblem({ text, recipient }: Message): Problem | undefined {
  const limit = textLimits[recipient.chat_type]
  if (text === undefined || countCharacters(text) <= limit) return undefined
  return { path: ['text'], message: `a ${recipient.chat_type} text has ${limit} characters at most` }
}

import * as z from 'zod'
import { countCharacters } from '../countCharacters.ts'
import { buttonsObjectSchema, type InteractiveButtons, type TemplateButtons, wabaButtonsSchema } from './buttons.ts'
import { textLimits } from './chats.ts'
import { botKeyboardSchema, type MaxKeyboard, messengerOfKeyboard, type TelegramKeyboard } from './keyboard.ts'
import { checkRecipient, type Recipient, recipientShape } from './recipient.ts'

/** A link to a file, which the vendor fetches at once and without following redirects. */
export const contentUriSchema = z.url({ protocol: /^https?$/ })

const messageSchema = z.object({
  ...recipientShape,
  channelId: z.guid(),
  text: z.string().min(1).optional(),
  contentUri: contentUriSchema.optional(),
  templateId: z.string().min(1).optional(),
  templateValues: z.array(z.string()).optional(),
  buttonsObject: buttonsObjectSchema.optional(),
  refMessageId: z.string().min(1).optional(),
  crmUserId: z.string().min(1).max(100).optional(),
  crmMessageId: z.string().min(1).max(200).optional(),
  clearUnanswered: z.boolean().optional(),
})

/** Body of `POST /v3/message`: a text, a link to a file, or a WABA template. */
export const messageRequestSchema = messageSchema.superRefine((body, context) => {
  checkRecipient(body, context)
  checkContent(body, context)
})

type Body = z.infer<typeof messageSchema>

function checkContent(body: Body, context: z.RefinementCtx): void {
  const refuse = (field: string, message: string): void => context.addIssue({ code: 'custom', path: [field], message })
  const contents = [body.text, body.contentUri, body.templateId].filter((content) => content !== undefined)
  if (contents.length !== 1) refuse('text', 'give a text, a contentUri or a templateId, and only one of them')
  if (body.templateValues && !body.templateId) refuse('templateValues', 'values belong to a templateId')
  if (body.buttonsObject && body.contentUri) refuse('buttonsObject', 'a file has no buttons')
  const problem = buttonsProblem(body)
  if (problem) refuse('buttonsObject', problem)
  const limit = textLimits[body.chatType]
  if (body.text !== undefined && countCharacters(body.text) > limit) {
    refuse('text', `a ${body.chatType} text has ${limit} characters at most`)
  }
}

function buttonsProblem({ buttonsObject, chatType, templateId }: Body): string | undefined {
  if (!buttonsObject) return undefined
  const waba = wabaButtonsSchema.safeParse(buttonsObject).data
  if (waba) {
    const lacksText = !templateId && waba.buttons.some(({ text = '' }) => text === '')
    return lacksText ? 'a button outside a template has a text' : undefined
  }
  if (templateId) return 'a template has buttons of its own: give their payloads only'
  const keyboard = botKeyboardSchema.safeParse(buttonsObject).data
  if (!keyboard) return undefined // The schema's own error says more.
  const messenger = messengerOfKeyboard(keyboard)
  return messenger === chatType ? undefined : `a keyboard of ${messenger} cannot go to a ${chatType} chat`
}

/** Parameters of {@link sendMessage}: recipient, content and settings. */
export type MessageParameters = Recipient & MessageContent & MessageSettings

/**
 * Content of a message, one of three: a text (up to 10,000 characters in WhatsApp, 4,096 in Telegram and MAX, 1,000 in
 * Instagram, VK and Avito) with buttons or a bot's keyboard if need be, a link to a file, or a WABA template. A template's code
 * (`@template: …`) can be a text too.
 */
export type MessageContent =
  | {
      text: string
      buttonsObject?: InteractiveButtons | TelegramKeyboard | MaxKeyboard
      contentUri?: never
      templateId?: never
      templateValues?: never
    }
  | { contentUri: string; text?: never; buttonsObject?: never; templateId?: never; templateValues?: never }
  | {
      templateId: string
      templateValues?: string[]
      buttonsObject?: TemplateButtons
      text?: never
      contentUri?: never
    }

/** Settings of a message, beside its recipient and content. */
export interface MessageSettings {
  /** The channel to send through, a UUID. */
  channelId: string
  /** The message to quote: the vendor's id of it. WABA takes it and shows no quote. */
  refMessageId?: string
  /** Author: the id of a user the vendor knows. Ignored for a sidecar key. */
  crmUserId?: string
  /** Your own id of the message: with it, a message is not sent a second time within a minute. */
  crmMessageId?: string
  /** False keeps the dialogue in the unanswered counter, as for an automatic reply. @default true */
  clearUnanswered?: boolean
}

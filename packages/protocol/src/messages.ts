import * as z from 'zod/mini'
import { chatSchema } from './chats.ts'
import { type Keyboard, keyboardSchema } from './keyboards.ts'
import type { Open } from './open.ts'
import { type ChatType, chatTypes } from './wire/chatTypes.ts'

/**
 * Recipient: a chat by its id, which the CRM's hook `authorizeChats` allows; or a person of whom no chat is known, whom
 * `authorizeRecipient` allows: by a phone number in WhatsApp, Viber, Telegram and MAX, in Telegram also by a user name.
 */
export type Recipient =
  | { chatType: ChatType; chatId: string }
  | { chatType: ChatType; username: string }
  | { chatType: ChatType; phone: string }

/** A template of `GET /templates` with its values, in its own order. */
export interface TemplateContent {
  id: string
  values?: string[] | undefined
  /** Payloads of its buttons, in its own order. */
  buttonPayloads?: string[] | undefined
}

/** Body of `POST /messages`: a text, a file or a template, and only one of them. The session names the author. */
export interface MessageRequest {
  /** Channel to send through. @default the one that the vendor chooses, where it does */
  channelId?: string | undefined
  to: Recipient
  text?: string | undefined
  /** Link of `POST /files`, or a public one, which the vendor fetches. */
  fileUrl?: string | undefined
  /** Text of the file's own message, with the capability `captions`. Elsewhere a file and a text are two messages. */
  caption?: string | undefined
  template?: TemplateContent | undefined
  keyboard?: Keyboard | undefined
  /** Id of the message to quote. */
  quotedMessageId?: string | undefined
  /** The CRM's own id of the message: with it, a message is not sent a second time. */
  crmMessageId?: string | undefined
  /** True leaves the chat in the number of unanswered messages, as for an automatic reply. @default false */
  keepUnanswered?: boolean | undefined
}

/** Response of `POST /messages`, status 202: accepted. The outcome arrives as `status` events. */
export interface MessageAccepted {
  messageId: string
}

/** Body of `PATCH /messages/:messageId`. */
export interface MessageEdit {
  text?: string | undefined
  fileUrl?: string | undefined
}

/** Status of a message. `received` is an incoming one. */
export type MessageStatus = 'pending' | 'sent' | 'delivered' | 'read' | 'failed' | 'edited' | 'received' | 'unknown'

/** Type of a message. */
export type MessageType =
  | 'text'
  | 'image'
  | 'audio'
  | 'video'
  | 'document'
  | 'contact'
  | 'location'
  | 'template'
  | 'interactive'
  | 'reaction'
  | 'missedCall'
  | 'system'
  | 'unsupported'

/** A button that the customer sees below a message, or an entry of its list. */
export interface MessageButton {
  text: string
  /** Page that it opens. */
  url?: string | undefined
  /** Second line of an entry of a list. */
  description?: string | undefined
  /** Part of the list that it stands in. */
  section?: string | undefined
  /** Row of a bot's keyboard, from 0. */
  row?: number | undefined
  intent?: Open<'default' | 'positive' | 'negative'> | undefined
}

/** A message of a conversation. */
export interface Message {
  id: string
  chat: { chatType: Open<ChatType>; chatId: string }
  /** Conversation of `GET /conversations/:conversationId/messages`, where the vendor keeps its history. */
  conversationId?: string | undefined
  channelId?: string | undefined
  direction: 'incoming' | 'outgoing'
  type: Open<MessageType>
  text?: string | undefined
  /** Its file. `mediaId` is the parameter of `GET /media/:mediaId`. */
  file?: { mediaId: string; name?: string | undefined; mimeType?: string | undefined } | undefined
  status?: Open<MessageStatus> | undefined
  /** The vendor's code of a failure, upper case, where the status is `failed`. */
  code?: string | undefined
  /** The messenger's own sentence for a failure, where it gives one. */
  explanation?: string | undefined
  /** Author of an outgoing message, or the person who wrote in a group. */
  author?: { id?: string | undefined; name?: string | undefined } | undefined
  quotedMessageId?: string | undefined
  /** Its keyboard, list or link, where it is known. */
  buttons?: MessageButton[] | undefined
  reactions?: { emoji: string; author?: string | undefined }[] | undefined
  edited?: boolean | undefined
  deleted?: boolean | undefined
  /** Time of the message, ISO 8601. */
  at: string
}

/** Data of the `message` event: a message was received, sent, edited or deleted. */
export type MessageChange = Message

/** Data of the `status` event: an outgoing message has a new status. */
export interface StatusChange {
  messageId: string
  /** Id in the response of `POST /messages`, where the message itself got another one. */
  requestId?: string | undefined
  status: Open<MessageStatus>
  /** The vendor's code of a failure, upper case. */
  code?: string | undefined
  /** Cause of a failure in a sentence for people, in English: a page that speaks another language goes by `code`. */
  explanation?: string | undefined
}

const text = z.optional(z.string())
const id = z.string().check(z.minLength(1), z.maxLength(200))
const content = z.string().check(z.minLength(1), z.maxLength(20_000))
const fileUrl = z.url({ protocol: /^https?$/ }).check(z.maxLength(8_192))
const chatType = z.enum(chatTypes)

const recipientSchema: z.ZodMiniType<Recipient> = z.union([
  chatSchema,
  z.strictObject({ chatType, username: id }),
  z.strictObject({ chatType, phone: z.string().check(z.regex(/^\d{5,15}$/)) }),
])

/** Schema of {@link MessageRequest}: unknown fields are refused, and so is any number of contents but one. */
export const messageRequestSchema: z.ZodMiniType<MessageRequest> = z
  .strictObject({
    channelId: z.optional(id),
    to: recipientSchema,
    text: z.optional(content),
    fileUrl: z.optional(fileUrl),
    caption: z.optional(content),
    template: z.optional(
      z.strictObject({
        id,
        values: z.optional(z.array(z.string().check(z.maxLength(1_024))).check(z.maxLength(100))),
        buttonPayloads: z.optional(z.array(z.string().check(z.maxLength(1_024))).check(z.maxLength(10))),
      }),
    ),
    keyboard: z.optional(keyboardSchema),
    quotedMessageId: z.optional(id),
    crmMessageId: z.optional(id),
    keepUnanswered: z.optional(z.boolean()),
  })
  .check(z.refine(hasOneContent, 'needs a text, a fileUrl or a template, and only one of them'))
  .check(
    z.refine((request) => request.caption === undefined || request.fileUrl !== undefined, 'a caption needs a fileUrl'),
  )

function hasOneContent(request: Pick<MessageRequest, 'text' | 'fileUrl' | 'template'>): boolean {
  return [request.text, request.fileUrl, request.template].filter((part) => part !== undefined).length === 1
}

/** Schema of {@link MessageAccepted}. */
export const messageAcceptedSchema: z.ZodMiniType<MessageAccepted> = z.object({ messageId: z.string() })

/** Schema of {@link MessageEdit}: unknown fields are refused. */
export const messageEditSchema: z.ZodMiniType<MessageEdit> = z
  .strictObject({ text: z.optional(content), fileUrl: z.optional(fileUrl) })
  .check(z.refine((edit) => edit.text !== undefined || edit.fileUrl !== undefined, 'needs a text or a fileUrl'))

const messageButtonSchema: z.ZodMiniType<MessageButton> = z.object({
  text: z.string(),
  url: text,
  description: text,
  section: text,
  row: z.optional(z.number()),
  intent: text,
})

/** Schema of {@link Message}. Fields and words of a newer proxy do no harm. */
export const messageSchema: z.ZodMiniType<Message> = z.object({
  id: z.string(),
  chat: z.object({ chatType: z.string(), chatId: z.string() }),
  conversationId: text,
  channelId: text,
  direction: z.enum(['incoming', 'outgoing']),
  type: z.string(),
  text,
  file: z.optional(z.object({ mediaId: z.string(), name: text, mimeType: text })),
  status: text,
  code: text,
  explanation: text,
  author: z.optional(z.object({ id: text, name: text })),
  quotedMessageId: text,
  buttons: z.optional(z.array(messageButtonSchema)),
  reactions: z.optional(z.array(z.object({ emoji: z.string(), author: text }))),
  edited: z.optional(z.boolean()),
  deleted: z.optional(z.boolean()),
  at: z.iso.datetime({ offset: true }),
})

/** Schema of {@link StatusChange}. */
export const statusChangeSchema: z.ZodMiniType<StatusChange> = z.object({
  messageId: z.string(),
  requestId: text,
  status: z.string(),
  code: text,
  explanation: text,
})

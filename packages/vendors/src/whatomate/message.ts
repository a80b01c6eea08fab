import * as z from 'zod'
import { textOrNoneSchema } from './envelope.ts'

/** Statuses of a message. `received` is an incoming one that nobody has read. */
export const messageStatuses = {
  /** Queued. */
  pending: 'pending',
  /** WhatsApp has it. */
  sent: 'sent',
  /** It is on the customer's phone. */
  delivered: 'delivered',
  /** The customer, or for an incoming message the staff, has read it. */
  read: 'read',
  /** It was not sent; `error_message` says why. */
  failed: 'failed',
  /** It came in. */
  received: 'received',
} as const
/** Status of a message. */
export type MessageStatus = keyof typeof messageStatuses

/** Types of a message. */
export const messageTypes = [
  'text',
  'image',
  'video',
  'audio',
  'document',
  'template',
  'interactive',
  'flow',
  'reaction',
  'location',
  'contact',
  'call',
] as const
/** Type of a message. */
export type MessageType = (typeof messageTypes)[number]

type Known<Word extends string> = Word | (string & Record<never, never>)

const reactionSchema = z.looseObject({
  emoji: z.string(),
  from_phone: textOrNoneSchema,
  from_user: textOrNoneSchema,
})

/** Reactions to a message: a server leaves them out, or sends null, when there are none. */
export const reactionsSchema = z
  .array(reactionSchema)
  .nullish()
  .catch(undefined)
  .transform((reactions) => reactions ?? [])

const wireMessageSchema = z.looseObject({
  id: z.string().min(1),
  contact_id: z.string().min(1),
  direction: z.enum(['incoming', 'outgoing']),
  message_type: textOrNoneSchema,
  type: textOrNoneSchema,
  content: z.union([z.string(), z.looseObject({ body: textOrNoneSchema, text: textOrNoneSchema })]).nullish(),
  media_url: textOrNoneSchema,
  media_mime_type: textOrNoneSchema,
  media_filename: textOrNoneSchema,
  interactive_data: z.unknown().optional(),
  status: textOrNoneSchema,
  wamid: textOrNoneSchema,
  wa_message_id: textOrNoneSchema,
  error_message: textOrNoneSchema,
  is_reply: z.boolean().nullish(),
  reply_to_message_id: textOrNoneSchema,
  reactions: reactionsSchema,
  whatsapp_account: textOrNoneSchema,
  created_at: textOrNoneSchema,
  timestamp: textOrNoneSchema,
  updated_at: textOrNoneSchema,
})

/** A message, the same whichever generation of the server sent it. */
export interface Message {
  id: string
  contact_id: string
  direction: 'incoming' | 'outgoing'
  /** A newer server may have other words. */
  message_type: Known<MessageType>
  /** The text, a file's caption, or a template filled in; empty where there is none. */
  content: { body: string }
  /** Path within the server. Get the file with `GET /api/media/{message_id}`. */
  media_url: string | undefined
  media_mime_type: string | undefined
  media_filename: string | undefined
  interactive_data: unknown
  status: Known<MessageStatus> | undefined
  /** WhatsApp's id, once it has one. */
  wamid: string | undefined
  error_message: string | undefined
  reply_to_message_id: string | undefined
  reactions: { emoji: string; from_phone?: string | undefined; from_user?: string | undefined }[]
  /** Name of the WhatsApp account. */
  whatsapp_account: string | undefined
  /** RFC 3339. */
  created_at: string | undefined
  updated_at: string | undefined
}

/** A message: as the server sends it (`message_type`, `wamid`, `content.body`, `created_at`) or as its older documents show it (`type`, `wa_message_id`, `content.text`, `timestamp`). */
export const messageSchema: z.ZodType<Message> = wireMessageSchema.transform((wire) => ({
  id: wire.id,
  contact_id: wire.contact_id,
  direction: wire.direction,
  message_type: wire.message_type ?? wire.type ?? 'text',
  content: { body: bodyOf(wire.content) },
  media_url: wire.media_url,
  media_mime_type: wire.media_mime_type,
  media_filename: wire.media_filename,
  interactive_data: wire.interactive_data ?? undefined,
  status: wire.status,
  wamid: wire.wamid ?? wire.wa_message_id,
  error_message: wire.error_message,
  reply_to_message_id: wire.reply_to_message_id,
  reactions: wire.reactions,
  whatsapp_account: wire.whatsapp_account,
  created_at: wire.created_at ?? wire.timestamp,
  updated_at: wire.updated_at,
}))

function bodyOf(content: z.output<typeof wireMessageSchema>['content']): string {
  if (typeof content === 'string') return content
  return content?.body ?? content?.text ?? ''
}

import * as z from 'zod'
import { channelSchema } from './channels.ts'

const codeSchema = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number),
])
const idSchema = z.union([z.string().min(1), z.number().transform(String)])

/** The Instagram post a comment belongs to. Times are unix milliseconds. */
export const instagramPostSchema = z.looseObject({
  id: z.string().optional(),
  src: z.string().optional(),
  sha1: z.string().optional(),
  likes: z.number().optional(),
  author: z.string().optional(),
  comments: z.number().optional(),
  timestamp: z.number().optional(),
  updatedAt: z.number().optional(),
  authorName: z.string().optional(),
  description: z.string().optional(),
  previewSha1: z.string().optional(),
  imageSrc: z.string().optional(),
  previewSrc: z.string().optional(),
})

/** An item of a webhook's `messages`. `type`, `status` and `authorType` are numbers of `webhookCodes.ts`. */
export const webhookMessageSchema = z.looseObject({
  messageId: idSchema,
  channelId: idSchema.optional(),
  chatType: z.string().min(1),
  chatId: idSchema,
  /** Unix time in milliseconds. */
  dateTime: z.coerce.number().optional(),
  type: codeSchema.optional(),
  status: codeSchema.optional(),
  text: z.string().nullish(),
  content: z.string().nullish(),
  authorType: codeSchema.optional(),
  authorName: z.string().nullish(),
  instPost: instagramPostSchema.nullish(),
  imageSrc: z.string().nullish(),
  previewSrc: z.string().nullish(),
})
/** An item of a webhook's `messages`. */
export type WebhookMessage = z.infer<typeof webhookMessageSchema>

/** An item of a webhook's `statuses`. */
export const webhookStatusSchema = z.looseObject({ messageId: idSchema, status: codeSchema })
/** An item of a webhook's `statuses`. */
export type WebhookStatus = z.infer<typeof webhookStatusSchema>

/** The body of a V2 webhook: one of four keys, each with a list. */
export const webhookSchema = z.looseObject({
  messages: z.array(webhookMessageSchema).optional(),
  statuses: z.array(webhookStatusSchema).optional(),
  /** Channels whose state changed. */
  channels: z.array(channelSchema).optional(),
  /** All channels, after one was added or removed. */
  channelsList: z.array(channelSchema).optional(),
})
/** The body of a V2 webhook. */
export type Webhook = z.infer<typeof webhookSchema>

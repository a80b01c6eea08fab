import * as z from 'zod'
import { idSchema, textSchema, timeSchema } from '../webhookFields.ts'
import { channelSchema } from './channels.ts'

const codeSchema = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number),
])

/** The Instagram post a comment belongs to. Times are unix milliseconds. */
export const instagramPostSchema = z.looseObject({
  id: z.string().nullish(),
  src: z.string().nullish(),
  sha1: z.string().nullish(),
  likes: z.number().nullish(),
  author: z.string().nullish(),
  comments: z.number().nullish(),
  timestamp: z.number().nullish(),
  updatedAt: z.number().nullish(),
  authorName: z.string().nullish(),
  description: z.string().nullish(),
  previewSha1: z.string().nullish(),
  imageSrc: z.string().nullish(),
  previewSrc: z.string().nullish(),
})

/** An item of a webhook's `messages`. `type`, `status` and `authorType` are numbers of `webhookCodes.ts`. */
export const webhookMessageSchema = z.looseObject({
  messageId: idSchema,
  channelId: idSchema.nullish(),
  chatType: z.string().min(1),
  chatId: idSchema,
  /** Unix time in milliseconds. */
  dateTime: timeSchema,
  type: codeSchema.nullish(),
  status: codeSchema.nullish(),
  text: textSchema,
  content: textSchema,
  authorType: codeSchema.nullish(),
  authorName: textSchema,
  instPost: instagramPostSchema.nullish(),
  imageSrc: textSchema,
  previewSrc: textSchema,
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

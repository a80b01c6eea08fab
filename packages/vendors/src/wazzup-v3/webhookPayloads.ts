import * as z from 'zod'
import { flagSchema, idSchema, textSchema, timeSchema } from '../webhookFields.ts'

/** Reason of a failure, inside a webhook: an object, or its code alone. */
export const webhookErrorSchema = z.preprocess(
  (error) => (typeof error === 'string' ? { error } : error),
  z.looseObject({ error: z.string(), description: textSchema, data: z.unknown().optional() }),
)

/** An item of a webhook's `messages`. `dateTime` is ISO 8601. */
export const webhookMessageSchema = z.looseObject({
  messageId: idSchema,
  channelId: idSchema.nullish(),
  chatType: z.string().min(1),
  chatId: idSchema,
  dateTime: timeSchema,
  /** text, image, audio, video, document, vcard, geo, wapi_template, unsupported, missing_call, system, unknown … */
  type: textSchema,
  /** True if the company wrote it: on a phone, in the chats window, or through an API. */
  isEcho: flagSchema,
  text: textSchema,
  contentUri: textSchema,
  /** sent, delivered, read, error, inbound */
  status: textSchema,
  error: webhookErrorSchema.nullish(),
  authorName: textSchema,
  authorId: textSchema,
  contact: z
    .looseObject({ name: textSchema, avatarUri: textSchema, username: textSchema, phone: textSchema })
    .nullish(),
  quotedMessage: z.looseObject({ messageId: idSchema.nullish() }).nullish(),
  isEdited: flagSchema,
  isDeleted: flagSchema,
})
/** An item of a webhook's `messages`. */
export type WebhookMessage = z.infer<typeof webhookMessageSchema>

/** An item of a webhook's `statuses`: sent, delivered, read, error, edited. */
export const webhookStatusSchema = z.looseObject({
  messageId: idSchema,
  timestamp: timeSchema,
  status: z.string(),
  error: webhookErrorSchema.nullish(),
})
/** An item of a webhook's `statuses`. */
export type WebhookStatus = z.infer<typeof webhookStatusSchema>

/** An item of a webhook's `channelsUpdates`. `timestamp` is unix milliseconds; `qr` a `data:` URL, with the state `qr` only. */
export const webhookChannelSchema = z.looseObject({
  channelId: idSchema,
  state: z.string(),
  timestamp: timeSchema,
  tier: textSchema,
  qr: textSchema,
  qridle: flagSchema,
})
/** An item of a webhook's `channelsUpdates`. */
export type WebhookChannel = z.infer<typeof webhookChannelSchema>

/** A webhook's `templateStatus`. */
export const webhookTemplateSchema = z.looseObject({ templateGuid: idSchema, name: textSchema, status: z.string() })
/** A webhook's `templateStatus`. */
export type WebhookTemplate = z.infer<typeof webhookTemplateSchema>

/** A webhook's `createContact`: the CRM is asked to create it, and answers with the contact as `saveContacts` takes it. */
export const webhookContactSchema = z.looseObject({
  responsibleUserId: textSchema,
  name: textSchema,
  contactData: z.array(z.looseObject({ chatType: z.string(), chatId: idSchema.nullish() })),
  /** `auto` or `byUser` */
  source: textSchema,
})
/** A webhook's `createContact`. */
export type WebhookContact = z.infer<typeof webhookContactSchema>

/** A webhook's `createDeal`: the CRM is asked to create it, and answers with the deal as `saveDeals` takes it. */
export const webhookDealSchema = z.looseObject({
  responsibleUserId: textSchema,
  contacts: z.array(idSchema),
  source: textSchema,
})
/** A webhook's `createDeal`. */
export type WebhookDeal = z.infer<typeof webhookDealSchema>

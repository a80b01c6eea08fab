import * as z from 'zod'
import { idSchema, textSchema, timeSchema } from '../webhookFields.ts'

/** Envelope of every webhook: its event, its data (one item or a list), and a key that stays the same when it is sent again. */
export const webhookEnvelopeSchema = z.looseObject({
  event: z.string().min(1),
  data: z.unknown().optional(),
  /** `timestamp` is in Unix seconds. */
  meta: z.looseObject({ idempotency_key: textSchema, timestamp: timeSchema }).nullish(),
})
/** Envelope of every webhook. */
export type WebhookEnvelope = z.output<typeof webhookEnvelopeSchema>

/** An item of `message.add` and `message.edit`. `recipient` is the customer, whoever wrote. */
export const webhookMessageSchema = z.looseObject({
  message_id: idSchema,
  channel_id: idSchema.nullish(),
  direction: textSchema,
  recipient: z.looseObject({
    chat_type: z.string().min(1),
    chat_id: idSchema,
    name: textSchema,
    username: textSchema,
    phone: textSchema,
    avatar: textSchema,
  }),
  sender: z.looseObject({ id: textSchema, name: textSchema }).nullish(),
  type: textSchema,
  text: textSchema,
  attachment: z.looseObject({ url: textSchema, mimetype: textSchema }).nullish(),
  quoted_message_id: textSchema,
  crm_user_id: textSchema,
  status: textSchema,
  reason: textSchema,
  timestamp: timeSchema,
})
/** An item of `message.add` and `message.edit`. */
export type WebhookMessage = z.output<typeof webhookMessageSchema>

/** An item of `message.delete`. */
export const webhookMessageDeletedSchema = z.looseObject({
  message_id: idSchema,
  channel_id: idSchema.nullish(),
  timestamp: timeSchema,
})
/** An item of `message.delete`. */
export type WebhookMessageDeleted = z.output<typeof webhookMessageDeletedSchema>

/** An item of `message.status_update`. `request_id` is what the answer to the send said, where the vendor repeats it. */
export const webhookStatusSchema = z.looseObject({
  message_id: idSchema,
  request_id: textSchema,
  status: z.string().min(1),
  reason: textSchema,
  error: z
    .union([z.string(), z.looseObject({ error: textSchema, code: textSchema, description: textSchema })])
    .nullish(),
  timestamp: timeSchema,
})
/** An item of `message.status_update`. */
export type WebhookStatus = z.output<typeof webhookStatusSchema>

/** An item of `channel.status_update`, `channel.create`, `channel.delete`, `channel.qr_update` and `channel.waba_tier_update`. */
export const webhookChannelSchema = z.looseObject({
  channel_id: idSchema,
  transport: textSchema,
  /** The transport, as `channel.qr_update` calls it. */
  platform: textSchema,
  status: textSchema,
  state: textSchema,
  reason: textSchema,
  name: textSchema,
  phone: textSchema,
  username: textSchema,
  /** A `data:` URL. */
  qr_code: textSchema,
  tier: textSchema,
  timestamp: timeSchema,
})
/** An item of the channel events. */
export type WebhookChannel = z.output<typeof webhookChannelSchema>

/** An item of `waba_template.status_update`. */
export const webhookTemplateSchema = z.looseObject({
  id: idSchema.nullish(),
  template_id: idSchema.nullish(),
  template_guid: idSchema.nullish(),
  name: textSchema,
  title: textSchema,
  status: z.string().min(1),
  reason: textSchema,
  rejected_reason: textSchema,
})
/** An item of `waba_template.status_update`. */
export type WebhookTemplate = z.output<typeof webhookTemplateSchema>

/** An item of `group_chat.update` and `group_chat.memberships_update`. */
export const webhookGroupSchema = z.looseObject({
  channel_id: idSchema.nullish(),
  name: textSchema,
  chat_type: textSchema,
  chat_id: idSchema.nullish(),
})
/** An item of `group_chat.update` and `group_chat.memberships_update`. */
export type WebhookGroup = z.output<typeof webhookGroupSchema>

const chatSchema = z.looseObject({
  chat_type: z.string(),
  chat_id: textSchema,
  username: textSchema,
  phone: textSchema,
})

/** An item of `crm_entities.contact_add`: the CRM is asked to create it, and answers with the contact. */
export const webhookContactSchema = z.looseObject({
  responsible_user_id: textSchema,
  name: textSchema,
  recipient: z.union([z.array(chatSchema), chatSchema.transform((only) => [only])]).nullish(),
  contact_data: z.array(chatSchema).nullish(),
})
/** An item of `crm_entities.contact_add`. */
export type WebhookContact = z.output<typeof webhookContactSchema>

/** An item of `crm_entities.deal_add`: the CRM is asked to create it, and answers with the deal. */
export const webhookDealSchema = z.looseObject({
  responsible_user_id: textSchema,
  contacts: z.array(idSchema),
})
/** An item of `crm_entities.deal_add`. */
export type WebhookDeal = z.output<typeof webhookDealSchema>

/** An item of `messages_dump.status_update`; `url` leads to the CSV file. */
export const webhookMessagesDumpSchema = z.looseObject({
  export_id: idSchema,
  status: z.string().min(1),
  url: textSchema,
})
/** An item of `messages_dump.status_update`. */
export type WebhookMessagesDump = z.output<typeof webhookMessagesDumpSchema>

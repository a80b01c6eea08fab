import * as z from 'zod'
import { idSchema, textSchema, timeSchema } from '../webhookFields.ts'

/** The events a webhook of the server can be registered for. */
export const webhookEvents = {
  'message.incoming': 'a customer wrote',
  'message.sent': 'staff, or a program with a key, wrote',
  'message.outgoing': 'anything else went out, e.g. from the phone',
  'contact.created': 'there is a new contact',
  'transfer.created': 'a conversation is to be taken over by a person',
  'transfer.assigned': 'a person has taken it over',
  'transfer.resumed': 'it was handed back to the bot',
} as const
/** An event of a webhook. */
export type WebhookEventName = keyof typeof webhookEvents

/** Envelope of every webhook. */
export const webhookEnvelopeSchema = z.looseObject({
  /** Some pages spell `message.incoming` as `message:incoming`. */
  event: z
    .string()
    .min(1)
    .transform((event) => event.replace(':', '.')),
  timestamp: timeSchema,
  data: z.unknown().optional(),
})

/** `data` of the message events. `content` is a plain text. */
export const webhookMessageSchema = z.looseObject({
  message_id: idSchema,
  contact_id: idSchema,
  contact_phone: textSchema,
  contact_name: textSchema,
  message_type: textSchema,
  content: z.union([z.string(), z.looseObject({ body: textSchema }).transform(({ body }) => body ?? '')]).nullish(),
  whatsapp_account: textSchema,
  direction: textSchema,
  sent_by_user_id: textSchema,
})
/** `data` of the message events. */
export type WebhookMessage = z.output<typeof webhookMessageSchema>

/** `data` of `contact.created`. */
export const webhookContactSchema = z.looseObject({
  contact_id: idSchema,
  contact_phone: textSchema,
  contact_name: textSchema,
})
/** `data` of `contact.created`. */
export type WebhookContact = z.output<typeof webhookContactSchema>

/** `data` of the transfer events. */
export const webhookTransferSchema = z.looseObject({ contact_id: textSchema, agent_id: textSchema })
/** `data` of the transfer events. */
export type WebhookTransfer = z.output<typeof webhookTransferSchema>

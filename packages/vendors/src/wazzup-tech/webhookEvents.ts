import * as z from 'zod'

/** Events that an address can be subscribed to, with descriptions. */
export const webhookEvents = {
  'message.add': 'a message was received, or was sent from somewhere else',
  'message.status_update': 'an outgoing message got further; for a send, the first to carry the message id',
  'message.delete': 'a message was deleted',
  'message.edit': 'a message was edited, on a channel that can',
  'waba_template.status_update': 'a WABA template was approved, refused, paused …',
  'channel.status_update': 'a channel has another status or reason',
  'channel.create': 'a channel was created',
  'channel.delete': 'a channel was deleted',
  'channel.qr_update': 'a new QR code is to be shown: WhatsApp, Telegram of a person, Viber',
  'channel.waba_tier_update': 'a WABA channel may begin more or fewer conversations a day',
  'group_chat.memberships_update': 'someone joined or left a WhatsApp group, or has another name',
  'group_chat.update': 'a group chat has other details',
  'crm_entities.contact_add': 'the CRM is to create a contact, and to answer with it',
  'crm_entities.deal_add': 'the CRM is to create a deal, and to answer with it; needs contact_add too',
  'messages_dump.status_update': 'an export of messages got further',
} as const
/** An event an address can be subscribed to. */
export type WebhookEventName = keyof typeof webhookEvents

/** Name of an event. */
export const webhookEventSchema = z.enum(
  // Object.keys forgets what the keys are.
  Object.keys(webhookEvents) as [WebhookEventName, ...WebhookEventName[]],
)

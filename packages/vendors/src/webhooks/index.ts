export { InvalidWebhookError, VendorError } from '../errors.ts'
export type { Vendor } from '../vendor.ts'
export type {
  ChannelDeletedEvent,
  ChannelEvent,
  ChannelListEvent,
  ChatEvent,
  ChatEventKind,
  ContactEvent,
  DealEvent,
  EventBase,
  ExportEvent,
  GroupEvent,
  MessageDeletedEvent,
  MessageEvent,
  StatusEvent,
  TemplateEvent,
  TestEvent,
  TransferEvent,
  UnknownEvent,
} from './chatEvent.ts'
export type { ChatChannel, ChatMessage, ChatReference, MessageStatus, MessageType } from './chatMessage.ts'
export { parseWebhook, type WebhookOptions } from './parseWebhook.ts'
export type { WebhookHeaders } from './readHeader.ts'
export type { WebhookBody } from './readWebhookBody.ts'
export { parseWazzupTechWebhook } from './wazzupTech.ts'
export { parseWazzupV2Webhook } from './wazzupV2.ts'
export { parseWazzupV3Webhook, type WazzupV3WebhookOptions } from './wazzupV3.ts'
export type { WebhookDelivery } from './webhookDelivery.ts'
export { parseWhatomateWebhook, type WhatomateWebhookOptions } from './whatomate.ts'

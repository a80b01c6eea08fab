import {
  type WebhookContact,
  type WebhookMessage,
  type WebhookTransfer,
  webhookContactSchema,
  webhookEnvelopeSchema,
  webhookMessageSchema,
  webhookTransferSchema,
} from '../whatomate/webhookPayloads.ts'
import type { ChatEvent, MessageEvent, TransferEvent } from './chatEvent.ts'
import type { MessageType } from './chatMessage.ts'
import { checkSignature } from './checkSignature.ts'
import { defined } from './defined.ts'
import { parseLeniently } from './parseLeniently.ts'
import { eachItem, type KeyReader } from './readKeys.ts'
import { readWebhookBody } from './readWebhookBody.ts'
import { toIsoTime } from './toIsoTime.ts'
import { toUnknownEvent } from './toUnknownEvent.ts'
import type { WebhookDelivery } from './webhookDelivery.ts'
import { withDroppedFields } from './withDroppedFields.ts'

const vendor = 'whatomate'

/** Options for checking a Whatomate webhook. */
export interface WhatomateWebhookOptions {
  /** The secret the webhook was registered with. Without it nothing is checked. */
  secret?: string
}

/**
 * Reads a webhook of a Whatomate server: messages, new contacts, transfers. With a secret its signature is checked, over
 * the body as it came over the wire: give `body` as text or bytes. A delivery has no number: the same message may come
 * again, and is then the same `deduplicationKey`.
 * @throws {InvalidWebhookError} if the body is not an object, or its signature is wrong.
 * @see Whatomate, "Webhooks"
 */
export async function parseWhatomateWebhook({
  headers,
  body,
  options,
}: WebhookDelivery<WhatomateWebhookOptions>): Promise<ChatEvent[]> {
  if (options.secret !== undefined) await checkSignature({ headers, body, secret: options.secret })
  const raw = readWebhookBody(body)
  const envelope = parseLeniently(webhookEnvelopeSchema, raw)
  if (!envelope) return [toUnknownEvent({ vendor, type: 'unknown', raw })]
  const { event: type, data, timestamp } = envelope.value
  const at = toIsoTime(timestamp)
  const [event] = readers.get(type)?.(Array.isArray(data) ? undefined : data) ?? []
  const read = { ...(at !== undefined && { at }), ...(event ?? toUnknownEvent({ vendor, type, raw })) }
  return [withDroppedFields(envelope.droppedFields)(read)]
}

const readers: ReadonlyMap<string, KeyReader> = new Map([
  ['message.incoming', eachItem({ schema: webhookMessageSchema, toEvent: toMessageEvent('incoming') })],
  ['message.sent', eachItem({ schema: webhookMessageSchema, toEvent: toMessageEvent('outgoing') })],
  ['message.outgoing', eachItem({ schema: webhookMessageSchema, toEvent: toMessageEvent('outgoing') })],
  ['contact.created', eachItem({ schema: webhookContactSchema, toEvent: toContactEvent })],
  ['transfer.created', eachItem({ schema: webhookTransferSchema, toEvent: toTransferEvent('created') })],
  ['transfer.assigned', eachItem({ schema: webhookTransferSchema, toEvent: toTransferEvent('assigned') })],
  ['transfer.resumed', eachItem({ schema: webhookTransferSchema, toEvent: toTransferEvent('resumed') })],
])

function toMessageEvent(direction: 'incoming' | 'outgoing'): (item: WebhookMessage, raw: unknown) => MessageEvent {
  return (item, raw) => ({
    kind: 'message',
    vendor,
    deduplicationKey: `message:${item.message_id}`,
    message: {
      id: item.message_id,
      ...defined({ channelId: item.whatsapp_account }),
      chat: { chatType: 'whatsapp', chatId: item.contact_phone || item.contact_id },
      direction: item.direction === 'incoming' || item.direction === 'outgoing' ? item.direction : direction,
      type: toType(item),
      ...defined({ text: item.content }),
      ...(item.sent_by_user_id && { author: { id: item.sent_by_user_id } }),
      contact: { id: item.contact_id, ...defined({ name: item.contact_name, phone: item.contact_phone }) },
    },
    raw,
  })
}

function toContactEvent(item: WebhookContact, raw: unknown): ChatEvent {
  const { contact_id: id, contact_name: name, contact_phone: chatId } = item
  const chats = chatId ? [{ chatType: 'whatsapp', chatId }] : []
  const deduplicationKey = `contact:${id}`
  return { kind: 'contact', vendor, deduplicationKey, wanted: false, contact: { id, ...defined({ name }), chats }, raw }
}

function toTransferEvent(change: TransferEvent['change']): (item: WebhookTransfer, raw: unknown) => TransferEvent {
  return ({ contact_id: contactId, agent_id: userId }, raw) => ({
    kind: 'transfer',
    vendor,
    change,
    ...defined({ contactId, userId }),
    raw,
  })
}

/** A call that nobody took is told by its text alone. */
function toType({ message_type: word, content }: WebhookMessage): MessageType {
  if (word === 'call' && /miss/i.test(content ?? '')) return 'missedCall'
  return types.get(word ?? '') ?? 'unknown'
}

const types: ReadonlyMap<string, MessageType> = new Map([
  ['text', 'text'],
  ['image', 'image'],
  ['audio', 'audio'],
  ['video', 'video'],
  ['document', 'document'],
  ['contact', 'contact'],
  ['location', 'location'],
  ['template', 'template'],
  ['interactive', 'interactive'],
  ['flow', 'interactive'],
  ['reaction', 'reaction'],
  ['call', 'system'],
  ['unsupported', 'unsupported'],
])

import {
  type WebhookEnvelope,
  webhookChannelSchema,
  webhookContactSchema,
  webhookDealSchema,
  webhookEnvelopeSchema,
  webhookGroupSchema,
  webhookMessageDeletedSchema,
  webhookMessageSchema,
  webhookMessagesDumpSchema,
  webhookStatusSchema,
  webhookTemplateSchema,
} from '../wazzup-tech/webhookPayloads.ts'
import type { ChatEvent } from './chatEvent.ts'
import { parseLeniently } from './parseLeniently.ts'
import { eachItem, type KeyReader } from './readKeys.ts'
import { readWebhookBody } from './readWebhookBody.ts'
import { toIsoTime } from './toIsoTime.ts'
import { toUnknownEvent } from './toUnknownEvent.ts'
import {
  toChannelDeletedEvent,
  toChannelEvent,
  toContactEvent,
  toDealEvent,
  toExportEvent,
  toGroupEvent,
  toTemplateEvent,
} from './wazzupTechEntities.ts'
import { toMessageDeletedEvent, toMessageEvent, toStatusEvent } from './wazzupTechMessages.ts'
import type { WebhookDelivery } from './webhookDelivery.ts'
import { withDroppedFields } from './withDroppedFields.ts'

const vendor = 'wazzup-tech'

/**
 * Reads a webhook of the partner API: one event with one thing or a list of them, and the `test` call of a registration.
 * There is no signature: keep the address secret.
 * @throws {InvalidWebhookError} if the body is not an object.
 * @see https://wazzup24.com/help/api/webhooks/
 */
export function parseWazzupTechWebhook({ body }: Pick<WebhookDelivery, 'body'>): ChatEvent[] {
  const raw = readWebhookBody(body)
  const envelope = parseLeniently(webhookEnvelopeSchema, raw)
  if (envelope) return readEnvelope({ envelope: envelope.value, raw }).map(withDroppedFields(envelope.droppedFields))
  return 'test' in raw ? [{ kind: 'test', vendor, raw }] : [toUnknownEvent({ vendor, type: 'unknown', raw })]
}

const readers: ReadonlyMap<string, KeyReader> = new Map([
  ['message.add', eachItem({ schema: webhookMessageSchema, toEvent: toMessageEvent })],
  [
    'message.edit',
    eachItem({ schema: webhookMessageSchema, toEvent: (item, raw) => toMessageEvent({ ...item, edited: true }, raw) }),
  ],
  ['message.delete', eachItem({ schema: webhookMessageDeletedSchema, toEvent: toMessageDeletedEvent })],
  ['message.status_update', eachItem({ schema: webhookStatusSchema, toEvent: toStatusEvent })],
  ['waba_template.status_update', eachItem({ schema: webhookTemplateSchema, toEvent: toTemplateEvent })],
  ['channel.status_update', eachItem({ schema: webhookChannelSchema, toEvent: toChannelEvent })],
  ['channel.create', eachItem({ schema: webhookChannelSchema, toEvent: toChannelEvent })],
  ['channel.qr_update', eachItem({ schema: webhookChannelSchema, toEvent: toChannelEvent })],
  ['channel.waba_tier_update', eachItem({ schema: webhookChannelSchema, toEvent: toChannelEvent })],
  ['channel.delete', eachItem({ schema: webhookChannelSchema, toEvent: toChannelDeletedEvent })],
  ['group_chat.update', eachItem({ schema: webhookGroupSchema, toEvent: toGroupEvent('details') })],
  ['group_chat.memberships_update', eachItem({ schema: webhookGroupSchema, toEvent: toGroupEvent('members') })],
  ['crm_entities.contact_add', eachItem({ schema: webhookContactSchema, toEvent: toContactEvent })],
  ['crm_entities.deal_add', eachItem({ schema: webhookDealSchema, toEvent: toDealEvent })],
  ['messages_dump.status_update', eachItem({ schema: webhookMessagesDumpSchema, toEvent: toExportEvent })],
])

function readEnvelope({ envelope, raw }: { envelope: WebhookEnvelope; raw: unknown }): ChatEvent[] {
  const { event: type, data, meta } = envelope
  const items: unknown[] = Array.isArray(data) ? data : [data]
  const read = readers.get(type)?.(data)
  const events = read?.length ? read : [toUnknownEvent({ vendor, type, raw })]
  const at = toIsoTime(meta?.timestamp)
  return events.map((event, index) => ({
    ...(at !== undefined && { at }),
    ...deliveryKey({ key: meta?.idempotency_key, index, count: events.length }),
    ...(event ?? toUnknownEvent({ vendor, type, raw: items[index] })),
  }))
}

/** The vendor has one key for a delivery; each of several events in it gets one of its own. */
function deliveryKey({ key, index, count }: { key: string | null | undefined; index: number; count: number }): {
  deduplicationKey?: string
} {
  if (!key) return {}
  return { deduplicationKey: count === 1 ? key : `${key}:${index}` }
}

import * as z from 'zod'
import { InvalidWebhookError } from '../errors.ts'
import {
  type WebhookChannel,
  type WebhookContact,
  type WebhookDeal,
  type WebhookTemplate,
  webhookChannelSchema,
  webhookContactSchema,
  webhookDealSchema,
  webhookMessageSchema,
  webhookStatusSchema,
  webhookTemplateSchema,
} from '../wazzup-v3/webhookPayloads.ts'
import type { ChatEvent } from './chatEvent.ts'
import { defined } from './defined.ts'
import { readHeader, type WebhookHeaders } from './readHeader.ts'
import { eachItem, type KeyReader, readKeys, wholeValue } from './readKeys.ts'
import { readWebhookBody } from './readWebhookBody.ts'
import { toIsoTime } from './toIsoTime.ts'
import { toMessageEvent, toStatusEvent } from './wazzupV3Messages.ts'
import type { WebhookDelivery } from './webhookDelivery.ts'

const vendor = 'wazzup-v3'

/** Options for checking a v3 webhook. */
export interface WazzupV3WebhookOptions {
  /** The key Wazzup has of your CRM: it comes as `Authorization: Bearer <crmKey>`. Without it nothing is checked. */
  crmKey?: string
}

/**
 * Reads a webhook of the API v3: `messages` and `statuses` (also together), `channelsUpdates`, `templateStatus`,
 * `createContact`, `createDeal`, and the `test` call of a registration. There is no signature: keep the address secret.
 * @throws {InvalidWebhookError} if the body is not an object, or the agreed key is missing.
 * @see API v3, "Webhooks"
 */
export function parseWazzupV3Webhook({ headers, body, options }: WebhookDelivery<WazzupV3WebhookOptions>): ChatEvent[] {
  if (options.crmKey !== undefined) checkBearer({ headers, token: options.crmKey })
  return readKeys({ vendor, body: readWebhookBody(body), readers })
}

const readers: ReadonlyMap<string, KeyReader> = new Map([
  ['messages', eachItem({ schema: webhookMessageSchema, toEvent: toMessageEvent })],
  ['statuses', eachItem({ schema: webhookStatusSchema, toEvent: toStatusEvent })],
  ['channelsUpdates', eachItem({ schema: webhookChannelSchema, toEvent: toChannelEvent })],
  ['templateStatus', eachItem({ schema: webhookTemplateSchema, toEvent: toTemplateEvent })],
  ['createContact', eachItem({ schema: webhookContactSchema, toEvent: toContactEvent })],
  ['createDeal', eachItem({ schema: webhookDealSchema, toEvent: toDealEvent })],
  ['test', wholeValue({ schema: z.unknown(), toEvent: (_, raw) => ({ kind: 'test', vendor, raw }) })],
])

function toChannelEvent(item: WebhookChannel, raw: unknown): ChatEvent {
  const { channelId, timestamp, tier, qr } = item
  const state = item.state.toLowerCase().replaceAll('_', '')
  return {
    kind: 'channel',
    vendor,
    ...defined({ deduplicationKey: timestamp ? `channel:${channelId}:${state}:${timestamp}` : undefined }),
    ...defined({ at: toIsoTime(timestamp) }),
    channel: { channelId, state, ...defined({ tier, qr, reason: item.qridle ? 'qridle' : undefined }) },
    raw,
  }
}

function toTemplateEvent({ templateGuid, name, status }: WebhookTemplate, raw: unknown): ChatEvent {
  return { kind: 'template', vendor, templateId: templateGuid, status: status.toLowerCase(), ...defined({ name }), raw }
}

function toContactEvent({ name, responsibleUserId, contactData }: WebhookContact, raw: unknown): ChatEvent {
  const chats = contactData.flatMap(({ chatType, chatId }) => (chatId ? [{ chatType, chatId }] : []))
  return { kind: 'contact', vendor, wanted: true, contact: { ...defined({ name, responsibleUserId }), chats }, raw }
}

function toDealEvent({ responsibleUserId, contacts }: WebhookDeal, raw: unknown): ChatEvent {
  return { kind: 'deal', vendor, wanted: true, deal: { ...defined({ responsibleUserId }), contactIds: contacts }, raw }
}

/** Checks that a webhook call carries `Authorization: Bearer <token>`. @throws {InvalidWebhookError} when it does not. */
function checkBearer({ headers, token }: { headers: WebhookHeaders; token: string }): void {
  const given = readHeader({ headers, name: 'authorization' }) ?? ''
  if (isSame(given, `Bearer ${token}`)) return
  throw new InvalidWebhookError('The Authorization header of the webhook is missing or wrong.', { part: 'credential' })
}

/** Compares in constant time. */
function isSame(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length
  for (let index = 0; index < expected.length; index += 1) {
    difference |= given.charCodeAt(index) ^ expected.charCodeAt(index) // NaN beyond the end counts as 0.
  }
  return difference === 0
}

import * as z from 'zod'
import { type Channel, channelSchema, channelsAnswerSchema } from '../wazzup-v2/channels.ts'
import { messageStatusCodes, messageTypeCodes } from '../wazzup-v2/webhookCodes.ts'
import {
  type WebhookMessage,
  type WebhookStatus,
  webhookMessageSchema,
  webhookStatusSchema,
} from '../wazzup-v2/webhookPayloads.ts'
import type { ChatEvent, MessageEvent, StatusEvent } from './chatEvent.ts'
import type { ChatChannel, MessageStatus, MessageType } from './chatMessage.ts'
import { defined } from './defined.ts'
import { eachItem, type KeyReader, readKeys, wholeValue } from './readKeys.ts'
import { readWebhookBody } from './readWebhookBody.ts'
import { toIsoTime } from './toIsoTime.ts'
import type { WebhookDelivery } from './webhookDelivery.ts'

const vendor = 'wazzup-v2'

/**
 * Reads a webhook of the CRM API V2: `messages`, `statuses`, `channels`, `channelsList`, with their numbers put into words.
 * @throws {InvalidWebhookError} if the body is not an object.
 * @see CRM API V2, "Webhooks"
 */
export function parseWazzupV2Webhook({ body }: Pick<WebhookDelivery, 'body'>): ChatEvent[] {
  return readKeys({ vendor, body: readWebhookBody(body), readers })
}

const readers: ReadonlyMap<string, KeyReader> = new Map([
  ['messages', eachItem({ schema: webhookMessageSchema, toEvent: toMessageEvent })],
  ['statuses', eachItem({ schema: webhookStatusSchema, toEvent: toStatusEvent })],
  ['channels', eachItem({ schema: channelSchema, toEvent: toChannelEvent })],
  ['channelsList', wholeValue({ schema: channelsAnswerSchema, toEvent: toChannelListEvent })],
  ['test', wholeValue({ schema: z.unknown(), toEvent: (_, raw) => ({ kind: 'test', vendor, raw }) })],
])

function toMessageEvent(item: WebhookMessage, raw: unknown): MessageEvent {
  const incoming = item.status === 99 || item.authorType === 99
  const at = toIsoTime(item.dateTime)
  return {
    kind: 'message',
    vendor,
    deduplicationKey: `message:${item.messageId}`,
    ...defined({ at }),
    message: {
      id: item.messageId,
      chat: { chatType: item.chatType, chatId: item.chatId },
      direction: incoming ? 'incoming' : 'outgoing',
      type: toType(item.type),
      ...defined({ channelId: item.channelId, text: item.text, contentUrl: item.content }),
      ...defined({ status: incoming ? 'received' : toStatus(item.status), code: toCode(item.status) }),
      ...defined({ [incoming ? 'contact' : 'author']: item.authorName ? { name: item.authorName } : undefined }),
    },
    raw,
  }
}

function toStatusEvent(item: WebhookStatus, raw: unknown): StatusEvent {
  return {
    kind: 'status',
    vendor,
    deduplicationKey: `status:${item.messageId}:${item.status}`,
    messageId: item.messageId,
    status: toStatus(item.status) ?? 'unknown',
    ...defined({ code: toCode(item.status) }),
    raw,
  }
}

function toChannelEvent(item: Channel, raw: unknown): ChatEvent {
  return { kind: 'channel', vendor, channel: toChannel(item), raw }
}

function toChannelListEvent(items: Channel[], raw: unknown): ChatEvent {
  return { kind: 'channelList', vendor, channels: items.map(toChannel), raw }
}

function toChannel({ channelId, transport, plainId, state }: Channel): ChatChannel {
  return { channelId, transport, state: state.toLowerCase(), ...defined({ plainId }) }
}

const types: ReadonlyMap<number | null | undefined, MessageType> = new Map(
  Object.entries(messageTypeCodes).map(([code, type]) => [Number(code), type]),
)

function toType(code: number | null | undefined): MessageType {
  return types.get(code) ?? 'unknown'
}

const progress: ReadonlyMap<number, MessageStatus> = new Map([
  [0, 'pending'],
  [1, 'sent'],
  [2, 'delivered'],
  [3, 'read'],
  [99, 'received'],
])
const failures: ReadonlyMap<number | null | undefined, string> = new Map(
  Object.entries(messageStatusCodes)
    .map(([code, word]) => [Number(code), word] as const)
    .filter(([code]) => !progress.has(code)),
)

function toStatus(code: number | null | undefined): MessageStatus | undefined {
  if (code === undefined || code === null) return undefined
  return progress.get(code) ?? (failures.has(code) ? 'failed' : 'unknown')
}

/** `noSuchAccount` becomes `NO_SUCH_ACCOUNT`, as every other error code is written. */
function toCode(code: number | null | undefined): string | undefined {
  return failures
    .get(code)
    ?.replace(/[A-Z]/g, (letter) => `_${letter}`)
    .toUpperCase()
}

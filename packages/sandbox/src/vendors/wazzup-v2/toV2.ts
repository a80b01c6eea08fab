import { type MessageStatusCode, messageStatusCodes, type Channel as V2Channel } from '@crm-chat/vendors/wazzup-v2'
import type { Obstacle } from '../../messengers/sending/obstacle.ts'
import type { Refusal } from '../../server/http/respondError.ts'
import type { Quirks } from '../../server/quirks/createQuirks.ts'
import type { Channel, Message } from '../../store/schema.ts'

/** Converts a channel. */
export function toV2Channel({ channelId, transport, plainId, state }: Channel): V2Channel {
  return { channelId, transport, plainId, state }
}

/** Converts a chat's id: a text or, with a quirk, a number if JSON can carry it exactly. */
export function toV2ChatId({ chatId, quirks }: { chatId: string; quirks: Quirks }): string | number {
  const number = Number(chatId)
  const fits = Number.isSafeInteger(number) && String(number) === chatId
  return fits && quirks.isOn('wazzup-v2.numericChatId') ? number : chatId
}

/** Converts the status of a message, or the reason for its failure, to V2's number. */
export function toV2Status({ status, failure }: Pick<Message, 'status' | 'failure'>): MessageStatusCode {
  return toCode(status === 'failed' ? (failureNames[failure ?? ''] ?? 'internalError') : names[status])
}

type StatusName = (typeof messageStatusCodes)[MessageStatusCode]

const names = {
  inbound: 'incoming',
  sending: 'processing',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
} as const satisfies Record<string, StatusName>

/** V2's names for the failures of API v3. */
const failureNames: Record<string, StatusName> = {
  BAD_CONTACT: 'noSuchAccount',
  TOO_LONG_TEXT: 'textTooLong',
  BAD_LINK: 'linkRefused',
  TOO_BIG_CONTENT: 'fileTooLarge',
  MESSAGES_UNSUPPORTED_CONTENT_TYPE_INSTAPI: 'fileRefused',
}

function toCode(status: StatusName): MessageStatusCode {
  const found = Object.entries(messageStatusCodes).find(([, name]) => name === status)
  return Number(found?.[0]) as MessageStatusCode // Object.entries loses the type of the keys.
}

/** Converts a refused message. V2 has fewer codes than v3. */
export function toV2Refusal({ code, description }: Obstacle): Refusal {
  return { status: 400, code: v2Codes[code] ?? code, description }
}

const v2Codes: Record<string, string> = {
  BALANCE_IS_EMPTY: 'CHANNEL_NO_MONEY',
  CHANNEL_WAPI_REJECTED: 'CHANNEL_BLOCKED',
  CHANNEL_LIMIT_EXCEEDED: 'MESSAGES_CAN_NOT_ADD',
  MESSAGES_CONTENT_SIZE_EXCEEDED_WABA: 'MESSAGE_CONTENT_SIZE_EXCEEDED',
  MESSAGES_CONTENT_SIZE_EXCEEDED_TELEGRAM: 'MESSAGE_CONTENT_SIZE_EXCEEDED',
  MESSAGES_UNSUPPORTED_CONTENT_TYPE_INSTAPI: 'MESSAGE_WRONG_CONTENT_TYPE',
}

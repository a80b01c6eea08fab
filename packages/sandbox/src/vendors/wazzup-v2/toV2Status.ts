import { type MessageStatusCode, messageStatusCodes } from '@crm-chat/vendors/wazzup-v2'
import type { Message } from '../../store/schema.ts'

/** Delivery status of a message, or the reason for its failure, as V2's number. */
export function toV2Status({ status, failure }: Pick<Message, 'status' | 'failure'>): MessageStatusCode {
  return codeOf(status === 'failed' ? (failureNames[failure ?? ''] ?? 'internalError') : names[status])
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

function codeOf(wanted: StatusName): MessageStatusCode {
  const found = Object.entries(messageStatusCodes).find(([, name]) => name === wanted)
  return Number(found?.[0]) as MessageStatusCode // Object.entries forgets that the keys are codes.
}

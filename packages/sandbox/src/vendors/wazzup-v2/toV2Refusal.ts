import type { Obstacle } from '../../messengers/sending/obstacle.ts'
import type { Refusal } from '../../server/http/answerError.ts'

/** Refuses a message in the words of API V2, which has fewer codes than v3. */
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

import type { Account } from '../../server/account.ts'
import type { Refusal } from '../../server/http/respondError.ts'

/** Codes of the older page for messages that lack a field, or have an invalid one. */
const olderCodes = [
  'CHAT_MISSING_CHAT_TYPE',
  'CHAT_MISSING_CHAT_ID',
  'MESSAGE_ONLY_TEXT_OR_CONTENT',
  'VALIDATION_ERROR',
]

/**
 * Gives the refusal of a message the code of the live service, `INVALID_MESSAGE_DATA` with `{fields}`, where it was seen in
 * place of several codes of the older page. With a quirk, the older codes stay.
 */
export function toLiveRefusal(refusal: Refusal, { quirks }: Pick<Account, 'quirks'>): Refusal {
  const isLive = quirks.isOn('wazzup-v3.olderCodes') || !olderCodes.includes(refusal.code)
  return isLive ? refusal : { ...refusal, code: 'INVALID_MESSAGE_DATA' }
}

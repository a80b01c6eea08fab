import { type VendorAuthError, VendorRequestError } from '../errors.ts'
import { hasErrorCode } from '../http/hasErrorCode.ts'

/**
 * Error codes of this API, as far as documented.
 * @see https://wazzup24.com/help/api/users/ and https://wazzup24.com/help/api/messages/
 */
export const errorCodes = {
  /** A user's data is invalid, e.g. a phone number that another user has. */
  INVALID_USER_DATA: 'INVALID_USER_DATA',
  /** Our own name: the documents write this refusal as a sentence. A message is a text, a file or a template, only one of them. */
  MORE_THAN_ONE_CONTENT: 'MORE_THAN_ONE_CONTENT',
} as const
/** A refusal of this API. */
export type ErrorCode = keyof typeof errorCodes

/** Refusals that the API writes as a sentence. */
const sentences: Partial<Record<ErrorCode, string>> = {
  MORE_THAN_ONE_CONTENT: 'Cannot provide more than one of text, attachment or template',
}

/** Checks for this refusal. */
export function isWazzupTechError(error: unknown, code: ErrorCode): error is VendorRequestError | VendorAuthError {
  const sentence = sentences[code]
  if (sentence === undefined) return hasErrorCode(error, code)
  return error instanceof VendorRequestError && error.message.includes(sentence)
}

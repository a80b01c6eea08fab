import type { VendorAuthError, VendorRequestError } from '../errors.ts'
import { hasErrorCode } from '../http/hasErrorCode.ts'
import { sendingErrorCodes } from '../wazzup/sendingErrorCodes.ts'

/**
 * What `POST /v2/send_message` may answer instead of sending.
 * @see CRM API V2, "Error sending messages"
 */
export const errorCodes = sendingErrorCodes

/** A documented error code of API V2. */
export type ErrorCode = keyof typeof errorCodes

/** Whether an error is the vendor's refusal with this code, in either of its spellings (`MESSAGE_…`, `MESSAGES_…`). */
export function isWazzupV2Error<Code extends ErrorCode>(
  error: unknown,
  code: Code,
): error is (VendorRequestError | VendorAuthError) & { readonly code: Code } {
  return hasErrorCode(error, code)
}

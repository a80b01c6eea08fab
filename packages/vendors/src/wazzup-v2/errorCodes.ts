import type { VendorAuthError, VendorRequestError } from '../errors.ts'
import { hasErrorCode } from '../http/hasErrorCode.ts'
import { sendingErrorCodes } from '../wazzup/sendingErrorCodes.ts'

/**
 * Error codes of `POST /v2/send_message`.
 * @see CRM API V2, "Error sending messages"
 */
export const errorCodes = sendingErrorCodes

/** A documented error code of API V2. */
export type ErrorCode = keyof typeof errorCodes

/** Checks for the vendor's refusal with this code, in either spelling (`MESSAGE_…`, `MESSAGES_…`). */
export function isWazzupV2Error<Code extends ErrorCode>(
  error: unknown,
  code: Code,
): error is (VendorRequestError | VendorAuthError) & { readonly code: Code } {
  return hasErrorCode(error, code)
}

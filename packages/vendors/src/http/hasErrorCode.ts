import { VendorAuthError, VendorRequestError } from '../errors.ts'

/** Checks for a vendor's refusal with this code. Wazzup's pages spell the same code with `MESSAGE_` and `MESSAGES_`. */
export function hasErrorCode(error: unknown, code: string): boolean {
  const refused = error instanceof VendorRequestError || error instanceof VendorAuthError
  return refused && toCommonSpelling(error.code) === toCommonSpelling(code)
}

function toCommonSpelling(code: string): string {
  return code.replace(/^MESSAGES_/, 'MESSAGE_')
}

import { VendorError } from '../errors.ts'

/** The server has no error codes: it refuses with a sentence. These are the known ones, under names of our own. */
export const errorCodes = {
  /** The key is wrong, expired or disabled (401). */
  INVALID_API_KEY: 'Invalid API key',
  /** The user who made the key may not do this (403). */
  INSUFFICIENT_PERMISSIONS: 'Insufficient permissions',
  /** There is no such contact, or the key may not see it (404). */
  CONTACT_NOT_FOUND: 'Contact not found',
  /** The contact's id is no UUID (400). */
  INVALID_CONTACT_ID: 'Invalid contact ID',
  /** The body is not JSON (400). */
  INVALID_REQUEST_BODY: 'Invalid request body',
  /** The named WhatsApp account does not exist, or none does (400). */
  ACCOUNT_NOT_RESOLVED: 'Failed to resolve WhatsApp account',
  /** There is no such message (404). */
  MESSAGE_NOT_FOUND: 'Message not found',
  /** A template needs a contact or a phone number (400). */
  RECIPIENT_REQUIRED: 'Either contact_id or phone_number is required',
  /** A template is named by its name or its id (400). */
  TEMPLATE_REQUIRED: 'Either template_name or template_id is required',
  /** There is no such template (404). */
  TEMPLATE_NOT_FOUND: 'Template not found',
  /** Meta has not approved the template (400). */
  TEMPLATE_NOT_APPROVED: 'Template is not approved',
  /** A variable of the template has no value (400). */
  TEMPLATE_PARAMETERS_MISSING: 'Missing template parameters',
  /** The customer has opted out of marketing (400). */
  MARKETING_OPTED_OUT: 'Contact has opted out of marketing messages',
  /** A file is sent as a form, not as JSON (400). */
  INVALID_MULTIPART_FORM: 'Invalid multipart form',
  /** The form has no file (400). */
  FILE_REQUIRED: 'file is required',
  /** The server could not store the message; it was not sent (500). */
  SEND_FAILED: 'Failed to send message',
  /** The route exists, but is not implemented (501). */
  NOT_IMPLEMENTED: 'Not implemented yet',
} as const
/** A known refusal. */
export type ErrorCode = keyof typeof errorCodes

/** Checks for this refusal. */
export function isWhatomateError(error: unknown, code: ErrorCode): error is VendorError {
  return error instanceof VendorError && error.message.includes(errorCodes[code])
}

import type { ErrorCode } from '@crm-chat/vendors/whatomate'
import type { Refusals } from '../refusal.ts'

/** Refusals of a Whatomate server. */
export const refusals: Refusals<ErrorCode> = {
  INVALID_API_KEY: { code: 'upstream_auth', message: 'The server refused the CRM’s API key.' },
  INSUFFICIENT_PERMISSIONS: { code: 'upstream_auth', message: 'The user who made the CRM’s API key may not do this.' },
  CONTACT_NOT_FOUND: { code: 'not_found', message: 'There is no such contact.' },
  INVALID_CONTACT_ID: { code: 'invalid_request', message: 'The id of the contact is invalid.' },
  INVALID_REQUEST_BODY: { code: 'upstream_refused', message: 'The server does not accept the request.' },
  ACCOUNT_NOT_RESOLVED: { code: 'invalid_request', message: 'The server has no such WhatsApp account.' },
  MESSAGE_NOT_FOUND: { code: 'not_found', message: 'There is no such message.' },
  RECIPIENT_REQUIRED: { code: 'invalid_request', message: 'The recipient is missing.' },
  TEMPLATE_REQUIRED: { code: 'invalid_request', message: 'The template is missing.' },
  TEMPLATE_NOT_FOUND: { code: 'invalid_request', message: 'There is no such template.' },
  TEMPLATE_NOT_APPROVED: { code: 'upstream_refused', message: 'Meta has not approved the template.' },
  TEMPLATE_PARAMETERS_MISSING: { code: 'invalid_request', message: 'A variable of the template has no value.' },
  MARKETING_OPTED_OUT: { code: 'upstream_refused', message: 'The customer does not want marketing messages.' },
  INVALID_MULTIPART_FORM: { code: 'upstream_refused', message: 'The server does not accept the file.' },
  FILE_REQUIRED: { code: 'invalid_request', message: 'The file is missing.' },
  SEND_FAILED: { code: 'upstream_unavailable', message: 'The server failed and did not send the message. Try again.' },
  NOT_IMPLEMENTED: { code: 'not_supported', message: 'The server does not offer this.' },
}

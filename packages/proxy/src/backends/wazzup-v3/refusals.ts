import type { ErrorCode } from '@crm-chat/vendors/wazzup-v3'
import type { Refusals } from '../refusal.ts'
import { sendingRefusals } from '../wazzup/sendingRefusals.ts'

const tooLong = { code: 'invalid_request', message: 'The text is too long for this messenger.' } as const
const tooLarge = { code: 'invalid_request', message: 'The file is too large for this messenger.' } as const

/** Error codes of API v3. */
export const refusals: Refusals<ErrorCode> = {
  ...sendingRefusals,
  REPEATED_CRM_MESSAGE_ID: {
    code: 'upstream_refused',
    message: 'A message with this crmMessageId was sent before; this one was not.',
  },
  INVALID_MESSAGE_DATA: { code: 'invalid_request', message: 'Wazzup does not accept a field of this message.' },
  WRONG_TRANSPORT: { code: 'invalid_request', message: 'The channel does not reach this messenger.' },
  BALANCE_IS_EMPTY: { code: 'upstream_refused', message: 'The balance of the company’s account at Wazzup is empty.' },
  CHANNEL_WAPI_REJECTED: { code: 'upstream_refused', message: 'Meta has rejected the channel.' },
  CHANNEL_LIMIT_EXCEEDED: { code: 'upstream_refused', message: 'The channel may not begin more conversations today.' },
  MESSAGES_TOO_LONG_INSTAGRAM: tooLong,
  MESSAGES_TOO_LONG_TELEGRAM: tooLong,
  MESSAGES_TOO_LONG_WABA: tooLong,
  MESSAGES_TOO_LONG_VK: tooLong,
  MESSAGES_TOO_LONG_AVITO: tooLong,
  MESSAGES_TOO_LONG_VIBER: tooLong,
  MESSAGES_TOO_LONG_WABA_HEADER: { code: 'invalid_request', message: 'The header of the template is too long.' },
  MESSAGES_TOO_LONG_WABA_TEMPLATE: { code: 'invalid_request', message: 'The template is too long with these values.' },
  MESSAGES_UNSUPPORTED_CONTENT_TYPE_INSTAPI: {
    code: 'invalid_request',
    message: 'Instagram does not accept this file.',
  },
  MESSAGES_CONTENT_SIZE_EXCEEDED_WABA: tooLarge,
  MESSAGES_CONTENT_SIZE_EXCEEDED_TELEGRAM: tooLarge,
  TEMPLATE_REJECTED: { code: 'upstream_refused', message: 'Meta has rejected the template.' },
  BAD_CONTACT: { code: 'invalid_request', message: 'The customer has no account in this messenger.' },
  UNKNOWN_ERROR_WITH_TRACE_ID: { code: 'upstream_refused', message: 'The vendor refused this request.' },
  MESSAGES_EDITING_TIME_EXPIRED: { code: 'invalid_request', message: 'It is too late to edit this message.' },
  MESSAGES_DELETION_TIME_EXPIRED: { code: 'invalid_request', message: 'It is too late to delete this message.' },
  MESSAGES_CONTAIN_BUTTONS: { code: 'invalid_request', message: 'A message with buttons cannot be edited.' },
  CHANNEL_INVALID_TRANSPORT_FOR_EDITING: { code: 'invalid_request', message: 'This messenger does not edit messages.' },
  CHANNEL_INVALID_TRANSPORT_FOR_CONTENT_EDITING: {
    code: 'invalid_request',
    message: 'This messenger does not edit files.',
  },
  CHANNEL_INVALID_TRANSPORT_FOR_DELETION: {
    code: 'invalid_request',
    message: 'This messenger does not delete messages.',
  },
  MESSAGES_NOT_FOUND: { code: 'not_found', message: 'There is no such message.' },
  CHAT_NO_ACCESS: { code: 'forbidden', message: 'This user may not see this chat at the vendor.' },
  TOO_MANY_ENTITIES: { code: 'invalid_request', message: 'There are too many entries in one request.' },
  INVALID_USERS_DATA: { code: 'upstream_refused', message: 'Wazzup does not accept the data of a user.' },
  INVALID_CONTACTS_DATA: { code: 'upstream_refused', message: 'Wazzup does not accept the data of a contact.' },
  DUPLICATE_PHONE_NUMBER: { code: 'upstream_refused', message: 'Another user has this phone number.' },
  USER_LIMIT_EXCEEDED: { code: 'upstream_refused', message: 'The account at Wazzup takes no more users.' },
  URI_NOT_VALID: { code: 'invalid_request', message: 'The address for webhooks is invalid.' },
  TEST_POST_NOT_PASSED: {
    code: 'upstream_refused',
    message: 'The address for webhooks did not respond to Wazzup’s test call with 200.',
  },
  NO_SUCH_ACCOUNT: { code: 'upstream_auth', message: 'There is no account for the CRM’s API key.' },
  FORBIDDEN: {
    code: 'upstream_auth',
    message:
      'The CRM’s API key may not do this. A key of another integration opens channels, messages and templates only.',
  },
}

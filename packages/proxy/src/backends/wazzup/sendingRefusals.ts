import type { ErrorCode as SendingCode } from '@crm-chat/vendors/wazzup-v2'
import type { Refusals } from '../refusal.ts'

/** Error codes of sending that API V2 and API v3 share. */
export const sendingRefusals: Refusals<SendingCode> = {
  MESSAGE_WRONG_CONTENT_TYPE: { code: 'invalid_request', message: 'Files of this type cannot be sent.' },
  MESSAGE_ONLY_TEXT_OR_CONTENT: { code: 'invalid_request', message: 'A message has a text or a file, not both.' },
  MESSAGE_NOTHING_TO_SEND: { code: 'invalid_request', message: 'The message has neither a text nor a file.' },
  MESSAGE_TEXT_TOO_LONG: { code: 'invalid_request', message: 'The text is too long for this messenger.' },
  MESSAGE_CONTENT_CAN_NOT_BE_BLANK: { code: 'invalid_request', message: 'The file is empty.' },
  MESSAGE_CONTENT_SIZE_EXCEEDED: { code: 'invalid_request', message: 'The file is too large for this messenger.' },
  MESSAGE_TEXT_CAN_NOT_BE_BLANK: { code: 'invalid_request', message: 'The text is empty.' },
  CHANNEL_NOT_FOUND: { code: 'invalid_request', message: 'This channel does not exist, or not for this integration.' },
  CHANNEL_BLOCKED: { code: 'upstream_refused', message: 'The channel is switched off.' },
  MESSAGE_DOWNLOAD_CONTENT_ERROR: { code: 'invalid_request', message: 'The file could not be fetched from its link.' },
  MESSAGES_NOT_TEXT_FIRST: {
    code: 'upstream_refused',
    message: 'The customer has to write first: the company’s plan does not let it begin a chat.',
  },
  MESSAGES_IS_SPAM: { code: 'upstream_refused', message: 'Wazzup takes this message for spam and did not send it.' },
  CHAT_WRONG_CHAT_TYPE: { code: 'invalid_request', message: 'Messages cannot be sent to this messenger.' },
  CHAT_MISSING_CHAT_TYPE: { code: 'invalid_request', message: 'The messenger of the recipient is missing.' },
  CHAT_INCORRECT_CHAT_ID_WHATSAPP: {
    code: 'invalid_request',
    message: 'The WhatsApp number is invalid. Write it in international form, digits only.',
  },
  CHAT_MISSING_CHAT_ID: { code: 'invalid_request', message: 'The recipient is missing.' },
  VALIDATION_ERROR: { code: 'upstream_refused', message: 'Wazzup does not accept a field of this request.' },
  ACCOUNT_NOT_FOUND: { code: 'upstream_auth', message: 'The API key belongs to no account that is in use.' },
  CONTACT_NOT_FOUND: {
    code: 'invalid_request',
    message: 'There is no chat with this contact yet, and only the customer can begin one.',
  },
  CHANNEL_NO_MONEY: { code: 'upstream_refused', message: 'The channel is not paid for.' },
  MESSAGE_CHANNEL_UNAVAILABLE: {
    code: 'upstream_refused',
    message: 'The channel cannot send at the moment: its phone is out of reach, or it is still starting.',
  },
  CONTACT_DETAIL_NOT_FOUND: {
    code: 'invalid_request',
    message: 'The contact has no account in this messenger any more.',
  },
  MESSAGES_ABNORMAL_SEND: {
    code: 'invalid_request',
    message: 'The channel belongs to another messenger than the chat.',
  },
  MESSAGES_INVALID_CONTACT_TYPE: {
    code: 'invalid_request',
    message: 'The channel belongs to another messenger than the contact.',
  },
  MESSAGES_CAN_NOT_ADD: {
    code: 'upstream_unavailable',
    message: 'Wazzup failed and did not send the message. Try again.',
  },
  REFERENCE_MESSAGE_NOT_FOUND: { code: 'invalid_request', message: 'The message to quote is unknown.' },
  UNKNOWN_ERROR: { code: 'upstream_refused', message: 'The vendor refused this request.' },
}

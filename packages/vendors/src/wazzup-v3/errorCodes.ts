import type { VendorAuthError, VendorRequestError } from '../errors.ts'
import { hasErrorCode } from '../http/hasErrorCode.ts'
import { sendingErrorCodes } from '../wazzup/sendingErrorCodes.ts'

/**
 * Documented error codes of `POST /v3/message`.
 * @see API v3, "Sending messages", "Errors when sending messages"
 */
export const messageErrorCodes = {
  ...sendingErrorCodes,
  /** A message with this `crmMessageId` has been sent already; this one was not. Written `repeatedCrmMessageId` in the documents. */
  REPEATED_CRM_MESSAGE_ID: 'REPEATED_CRM_MESSAGE_ID',
} as const

/** Further error codes of the live service. */
export const liveErrorCodes = {
  /** The message lacks a field, or has a wrong one; `data.fields` names them. */
  INVALID_MESSAGE_DATA: 'INVALID_MESSAGE_DATA',
  /** The channel's transport does not reach this messenger; `data` names both. */
  WRONG_TRANSPORT: 'WRONG_TRANSPORT',
  /** The account's balance is empty. */
  BALANCE_IS_EMPTY: 'BALANCE_IS_EMPTY',
  /** The WABA channel was rejected. */
  CHANNEL_WAPI_REJECTED: 'CHANNEL_WAPI_REJECTED',
  /** The channel has reached its limit for now. */
  CHANNEL_LIMIT_EXCEEDED: 'CHANNEL_LIMIT_EXCEEDED',
  /** The text is too long for Instagram. */
  MESSAGES_TOO_LONG_INSTAGRAM: 'MESSAGES_TOO_LONG_INSTAGRAM',
  /** The text is too long for Telegram. */
  MESSAGES_TOO_LONG_TELEGRAM: 'MESSAGES_TOO_LONG_TELEGRAM',
  /** The text is too long for WABA. */
  MESSAGES_TOO_LONG_WABA: 'MESSAGES_TOO_LONG_WABA',
  /** The text is too long for VK. */
  MESSAGES_TOO_LONG_VK: 'MESSAGES_TOO_LONG_VK',
  /** The text is too long for Avito. */
  MESSAGES_TOO_LONG_AVITO: 'MESSAGES_TOO_LONG_AVITO',
  /** The text is too long for Viber. */
  MESSAGES_TOO_LONG_VIBER: 'MESSAGES_TOO_LONG_VIBER',
  /** The header of the WABA template is too long. */
  MESSAGES_TOO_LONG_WABA_HEADER: 'MESSAGES_TOO_LONG_WABA_HEADER',
  /** The WABA template is too long. */
  MESSAGES_TOO_LONG_WABA_TEMPLATE: 'MESSAGES_TOO_LONG_WABA_TEMPLATE',
  /** Instagram does not accept this file. */
  MESSAGES_UNSUPPORTED_CONTENT_TYPE_INSTAPI: 'MESSAGES_UNSUPPORTED_CONTENT_TYPE_INSTAPI',
  /** The file is too large for WABA. */
  MESSAGES_CONTENT_SIZE_EXCEEDED_WABA: 'MESSAGES_CONTENT_SIZE_EXCEEDED_WABA',
  /** The file is too large for Telegram. */
  MESSAGES_CONTENT_SIZE_EXCEEDED_TELEGRAM: 'MESSAGES_CONTENT_SIZE_EXCEEDED_TELEGRAM',
  /** The template was rejected by moderation. */
  TEMPLATE_REJECTED: 'TEMPLATE_REJECTED',
  /** The contact cannot be written to. */
  BAD_CONTACT: 'BAD_CONTACT',
  /** An unnamed error with a number, which Wazzup's support can look up. */
  UNKNOWN_ERROR_WITH_TRACE_ID: 'UNKNOWN_ERROR_WITH_TRACE_ID',
  /** Too late to edit the message. */
  MESSAGES_EDITING_TIME_EXPIRED: 'MESSAGES_EDITING_TIME_EXPIRED',
  /** Too late to delete the message. */
  MESSAGES_DELETION_TIME_EXPIRED: 'MESSAGES_DELETION_TIME_EXPIRED',
  /** A message with buttons cannot be edited. */
  MESSAGES_CONTAIN_BUTTONS: 'MESSAGES_CONTAIN_BUTTONS',
  /** The channel's messenger does not edit messages. */
  CHANNEL_INVALID_TRANSPORT_FOR_EDITING: 'CHANNEL_INVALID_TRANSPORT_FOR_EDITING',
  /** The channel's messenger does not edit files. */
  CHANNEL_INVALID_TRANSPORT_FOR_CONTENT_EDITING: 'CHANNEL_INVALID_TRANSPORT_FOR_CONTENT_EDITING',
  /** The channel's messenger does not delete messages. */
  CHANNEL_INVALID_TRANSPORT_FOR_DELETION: 'CHANNEL_INVALID_TRANSPORT_FOR_DELETION',
  /** There is no such message. */
  MESSAGES_NOT_FOUND: 'MESSAGES_NOT_FOUND',
  /** The user may not see this chat. */
  CHAT_NO_ACCESS: 'CHAT_NO_ACCESS',
  /** More than 100 entities in one request. */
  TOO_MANY_ENTITIES: 'TOO_MANY_ENTITIES',
  /** Some users are invalid; `data` lists `{ index, fields }`. */
  INVALID_USERS_DATA: 'INVALID_USERS_DATA',
  /** Some contacts are invalid; `data` lists `{ index, fields }`. */
  INVALID_CONTACTS_DATA: 'INVALID_CONTACTS_DATA',
  /** Another user has this phone number. */
  DUPLICATE_PHONE_NUMBER: 'DUPLICATE_PHONE_NUMBER',
  /** The account already has 1,000 users. */
  USER_LIMIT_EXCEEDED: 'USER_LIMIT_EXCEEDED',
  /** The webhooks' address is invalid. Written `uriNotValid`. */
  URI_NOT_VALID: 'URI_NOT_VALID',
  /** The webhooks' address did not respond to the test call with 200. Written `testPostNotPassed`. */
  TEST_POST_NOT_PASSED: 'TEST_POST_NOT_PASSED',
  /** There is no account for this key. */
  NO_SUCH_ACCOUNT: 'NO_SUCH_ACCOUNT',
  /** The key may not use this route: a sidecar key opens channels, messages, webhooks and templates only. */
  FORBIDDEN: 'FORBIDDEN',
} as const

/** An error code of API v3. */
export type ErrorCode = keyof typeof messageErrorCodes | keyof typeof liveErrorCodes

/** Checks for the vendor's refusal with this code, in either spelling (`MESSAGE_…`, `MESSAGES_…`). */
export function isWazzupV3Error<Code extends ErrorCode>(
  error: unknown,
  code: Code,
): error is (VendorRequestError | VendorAuthError) & { readonly code: Code } {
  return hasErrorCode(error, code)
}

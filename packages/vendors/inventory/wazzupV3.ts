import { document } from '../src/wazzup-v3/fixtures/examples.ts'
import type { Inventory } from './inventory.ts'
import { type Row, toItem } from './toItem.ts'

const file = 'wazzup-v3/messages.test.ts'

const endpoints: Row[] = [
  ['a text', 'text'],
  ['a WABA template with 3 buttons', 'template with buttons'],
  ['an interactive message with 3 buttons', 'interactive message'],
].map(([section, name]) => ({
  name: `POST /v3/message (${name})`,
  section: `Request examples: ${section}`,
  export: 'sendMessage',
  file,
  test: `sendMessage > sends the documents' ${name}, and reads the answer`,
}))

const errorCodes: Row[] = [
  'MESSAGE_WRONG_CONTENT_TYPE',
  'MESSAGE_ONLY_TEXT_OR_CONTENT',
  'MESSAGE_NOTHING_TO_SEND',
  'MESSAGE_TEXT_TOO_LONG',
  'MESSAGE_CONTENT_CAN_NOT_BE_BLANK',
  'MESSAGE_CONTENT_SIZE_EXCEEDED',
  'MESSAGE_TEXT_CAN_NOT_BE_BLANK',
  'CHANNEL_NOT_FOUND',
  'CHANNEL_BLOCKED',
  'MESSAGE_DOWNLOAD_CONTENT_ERROR',
  'MESSAGES_NOT_TEXT_FIRST',
  'MESSAGES_IS_SPAM',
  'CHAT_WRONG_CHAT_TYPE',
  'CHAT_MISSING_CHAT_TYPE',
  'CHAT_INCORRECT_CHAT_ID_WHATSAPP',
  'CHAT_MISSING_CHAT_ID',
  'VALIDATION_ERROR',
  'ACCOUNT_NOT_FOUND',
  'CONTACT_NOT_FOUND',
  'CHANNEL_NO_MONEY',
  'MESSAGE_CHANNEL_UNAVAILABLE',
  'CONTACT_DETAIL_NOT_FOUND',
  'MESSAGES_ABNORMAL_SEND',
  'MESSAGES_INVALID_CONTACT_TYPE',
  'MESSAGES_CAN_NOT_ADD',
  'REFERENCE_MESSAGE_NOT_FOUND',
  'UNKNOWN_ERROR',
].map((code) => ({
  name: code,
  section: 'Errors when sending messages',
  export: `messageErrorCodes.${code}`,
  file,
  test: `a refusal > ${code} is told by its code, however the vendor wraps it`,
}))

const repeated: Row = {
  name: 'repeatedCrmMessageId',
  section: 'Request Parameters: repeated crmMessageId',
  export: 'messageErrorCodes.REPEATED_CRM_MESSAGE_ID',
  file,
  test: 'sendMessage > is refused with the code that the documents write in camel case',
}

/** Wazzup's API v3: sending messages. */
export const wazzupV3: Inventory = {
  api: 'wazzup-v3',
  items: [
    ...endpoints.map(toItem({ kind: 'endpoint', document })),
    ...[...errorCodes, repeated].map(toItem({ kind: 'error code', document })),
  ],
}

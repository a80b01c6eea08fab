/** Error codes of sending that CRM API V2 and API v3 share. */
export const sendingErrorCodes = {
  /** The file's type could not be told, or is not one that can be sent. */
  MESSAGE_WRONG_CONTENT_TYPE: 'MESSAGE_WRONG_CONTENT_TYPE',
  /** WhatsApp and Instagram take a text or a file in one message, not both. */
  MESSAGE_ONLY_TEXT_OR_CONTENT: 'MESSAGE_ONLY_TEXT_OR_CONTENT',
  /** There is neither a text nor a file. */
  MESSAGE_NOTHING_TO_SEND: 'MESSAGE_NOTHING_TO_SEND',
  /** The text has more than 10,000 characters. */
  MESSAGE_TEXT_TOO_LONG: 'MESSAGE_TEXT_TOO_LONG',
  /** A message that is not text came without a file, or the file is empty. */
  MESSAGE_CONTENT_CAN_NOT_BE_BLANK: 'MESSAGE_CONTENT_CAN_NOT_BE_BLANK',
  /** The file is larger than the messenger takes: in API v3, than 10 MB. */
  MESSAGE_CONTENT_SIZE_EXCEEDED: 'MESSAGE_CONTENT_SIZE_EXCEEDED',
  /** The text is empty. */
  MESSAGE_TEXT_CAN_NOT_BE_BLANK: 'MESSAGE_TEXT_CAN_NOT_BE_BLANK',
  /** The integration has no such channel. */
  CHANNEL_NOT_FOUND: 'CHANNEL_NOT_FOUND',
  /** The channel is switched off. */
  CHANNEL_BLOCKED: 'CHANNEL_BLOCKED',
  /** The file could not be fetched from its link. */
  MESSAGE_DOWNLOAD_CONTENT_ERROR: 'MESSAGE_DOWNLOAD_CONTENT_ERROR',
  /** The "Start" tariff does not allow to write first. */
  MESSAGES_NOT_TEXT_FIRST: 'MESSAGES_NOT_TEXT_FIRST',
  /** Wazzup takes the message for spam. */
  MESSAGES_IS_SPAM: 'MESSAGES_IS_SPAM',
  /** `chatType` is not one that messages can be sent to. */
  CHAT_WRONG_CHAT_TYPE: 'CHAT_WRONG_CHAT_TYPE',
  /** `chatType` is missing. */
  CHAT_MISSING_CHAT_TYPE: 'CHAT_MISSING_CHAT_TYPE',
  /** A WhatsApp number is international: 9 to 16 digits without a +, a Russian one beginning with 7. */
  CHAT_INCORRECT_CHAT_ID_WHATSAPP: 'CHAT_INCORRECT_CHAT_ID_WHATSAPP',
  /** `chatId` is missing. */
  CHAT_MISSING_CHAT_ID: 'CHAT_MISSING_CHAT_ID',
  /** A parameter is not as it should be. */
  VALIDATION_ERROR: 'VALIDATION_ERROR',
  /** The integration has no such account. */
  ACCOUNT_NOT_FOUND: 'ACCOUNT_NOT_FOUND',
  /** None of the account's contacts has this number: there is no such chat. */
  CONTACT_NOT_FOUND: 'CONTACT_NOT_FOUND',
  /** The channel is not paid for. */
  CHANNEL_NO_MONEY: 'CHANNEL_NO_MONEY',
  /** The channel cannot send now: its phone is out of reach, or it is still starting. */
  MESSAGE_CHANNEL_UNAVAILABLE: 'MESSAGE_CHANNEL_UNAVAILABLE',
  /** Nothing is known about the contact. */
  CONTACT_DETAIL_NOT_FOUND: 'CONTACT_DETAIL_NOT_FOUND',
  /** The messenger of the chat is not the channel's, e.g. an Instagram chat on a WhatsApp channel. */
  MESSAGES_ABNORMAL_SEND: 'MESSAGES_ABNORMAL_SEND',
  /** The chat is not one of Instagram's, while the channel is, or the other way round. */
  MESSAGES_INVALID_CONTACT_TYPE: 'MESSAGES_INVALID_CONTACT_TYPE',
  /** Wazzup broke, and the message was not sent. */
  MESSAGES_CAN_NOT_ADD: 'MESSAGES_CAN_NOT_ADD',
  /** The message to quote is not known: `refMessageId` is the id that Wazzup gave it. */
  REFERENCE_MESSAGE_NOT_FOUND: 'REFERENCE_MESSAGE_NOT_FOUND',
  /** Something Wazzup has no name for. Its support may know. */
  UNKNOWN_ERROR: 'UNKNOWN_ERROR',
} as const

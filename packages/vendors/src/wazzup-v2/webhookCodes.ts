/** Numbers of a message's `type` in V2 webhooks. */
export const messageTypeCodes = {
  /** A type that Wazzup does not support. */
  0: 'unsupported',
  1: 'text',
  2: 'image',
  3: 'audio',
  4: 'video',
  5: 'document',
  /** The customer called and nobody picked up. */
  21: 'missedCall',
} as const
/** A number of a message's `type` in V2 webhooks. */
export type MessageTypeCode = keyof typeof messageTypeCodes

/** Numbers of a message's `status` in V2 webhooks, in `messages` and in `statuses`. */
export const messageStatusCodes = {
  /** Still being processed; in `statuses` only. */
  0: 'processing',
  /** Sent: one grey tick. */
  1: 'sent',
  /** Arrived: two grey ticks. */
  2: 'delivered',
  /** Read: two blue ticks. */
  3: 'read',
  /** The number has no WhatsApp any more, or the Instagram account does not exist (perhaps it was renamed). */
  13: 'noSuchAccount',
  /** The text is too long. */
  14: 'textTooLong',
  /** Instagram's filters refuse the message for its link. */
  15: 'linkRefused',
  /** The file has more than 50 MB. */
  17: 'fileTooLarge',
  /** It looked like spam and was not sent. */
  18: 'spam',
  /** Sending was stopped: the account had sent too many messages. */
  19: 'tooManyMessages',
  /** Instagram does not accept this file. */
  21: 'fileRefused',
  /** An internal error, of which Wazzup's developers are informed. */
  66: 'internalError',
  /** An incoming message; in `messages` only. */
  99: 'incoming',
} as const
/** A number of a message's `status` in V2 webhooks. */
export type MessageStatusCode = keyof typeof messageStatusCodes

/** Numbers of a message's `authorType` in V2 webhooks: where it was written. */
export const authorTypeCodes = {
  /** On the phone. */
  0: 'phone',
  /** In Wazzup's own chats window. */
  1: 'wazzup',
  3: 'amoCRM',
  4: 'planfix',
  5: 'bitrix24',
  6: 'zohoCRM',
  7: 'salesforce',
  8: 'hubspot',
  /** Through this API. */
  9: 'api',
  /** By the customer. */
  99: 'customer',
} as const
/** A number of a message's `authorType` in V2 webhooks. */
export type AuthorTypeCode = keyof typeof authorTypeCodes

/** Values of a channel's `state`. */
export const channelStates = {
  /** Working. */
  active: 'active',
  /** Switched off. */
  disabled: 'disabled',
  /** The phone cannot be reached. */
  phoneUnavailable: 'phoneUnavailable',
  /** A QR code is to be scanned. */
  qr: 'qr',
  /** The messenger was opened somewhere else. */
  openElsewhere: 'openElsewhere',
  /** Not paid for. */
  notEnoughMoney: 'notEnoughMoney',
} as const
/** A value of a channel's `state`. */
export type ChannelState = keyof typeof channelStates

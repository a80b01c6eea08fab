/** A dialogue in one messenger. `chatType` is the vendor's word: a messenger may be newer than this package. */
export interface ChatReference {
  chatType: string
  chatId: string
}

/** A message, as all vendors have it. */
export interface ChatMessage {
  id: string
  channelId?: string
  chat: ChatReference
  direction: 'incoming' | 'outgoing'
  type: MessageType
  text?: string
  /** Address of the file, which needs no key. */
  contentUrl?: string
  status?: MessageStatus
  /** Reason of the failure, if `status` is `failed`. */
  code?: string
  /** Author of an outgoing message, if the vendor names one. */
  author?: { id?: string; name?: string }
  /** The other side, where the vendor says so. */
  contact?: { id?: string; name?: string; username?: string; phone?: string; avatarUrl?: string }
  /** The quoted message. */
  quotedMessageId?: string
  edited?: boolean
  deleted?: boolean
}

/** Type of a message. */
export type MessageType =
  | 'text'
  | 'image'
  | 'audio'
  | 'video'
  | 'document'
  | 'contact'
  | 'location'
  | 'template'
  | 'interactive'
  | 'reaction'
  | 'missedCall'
  | 'system'
  | 'unsupported'
  | 'unknown'

/** Status of a message. `received` is an incoming one. */
export type MessageStatus = 'pending' | 'sent' | 'delivered' | 'read' | 'failed' | 'edited' | 'received' | 'unknown'

/** The company's account in a messenger. */
export interface ChatChannel {
  channelId: string
  transport?: string
  /** Its phone number or account name. */
  plainId?: string
  name?: string
  /** The vendor's word, lower case and without underscores, e.g. `active`, `phoneunavailable`, `qr`. */
  state: string
  reason?: string
  /** A QR code to scan, as a `data:` URL. */
  qr?: string
  /** The account's level at WhatsApp, e.g. `TIER_1K`. */
  tier?: string
}

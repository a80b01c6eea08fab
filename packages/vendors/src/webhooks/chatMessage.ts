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
  /** Where the file is, for whoever holds this link. */
  contentUrl?: string
  status?: MessageStatus
  /** Why it failed, where `status` is `failed`. */
  code?: string
  /** Who wrote an outgoing message, where the vendor says so. */
  author?: { id?: string; name?: string }
  /** The other side, where the vendor says so. */
  contact?: { id?: string; name?: string; username?: string; phone?: string; avatarUrl?: string }
  /** The message it answers. */
  quotedMessageId?: string
  edited?: boolean
  deleted?: boolean
}

/** What a message is. */
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

/** How far a message got. `received` is an incoming one. */
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

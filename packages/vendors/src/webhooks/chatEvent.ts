import type { Vendor } from '../vendor.ts'
import type { ChatChannel, ChatMessage, ChatReference, MessageStatus } from './chatMessage.ts'

/** One thing that happened, said the same way for all vendors. `kind` says what; `raw` is what the vendor sent. */
export type ChatEvent =
  | MessageEvent
  | MessageDeletedEvent
  | StatusEvent
  | ChannelEvent
  | ChannelListEvent
  | ChannelDeletedEvent
  | TemplateEvent
  | GroupEvent
  | ContactEvent
  | DealEvent
  | ExportEvent
  | TransferEvent
  | TestEvent
  | UnknownEvent

/** The kinds of {@link ChatEvent}. */
export type ChatEventKind = ChatEvent['kind']

/** What every event has. */
export interface EventBase {
  vendor: Vendor
  /** The vendor's own key of the delivery, or else ids that are the same when the vendor sends the event again. */
  deduplicationKey?: string
  /** When it happened, ISO 8601, if the vendor said so. */
  at?: string
  /** The part of the webhook's body this event was read from, untouched. */
  raw: unknown
}

/** A message was received, was sent (also from a phone or another program), or was edited. */
export interface MessageEvent extends EventBase {
  kind: 'message'
  message: ChatMessage
}

/** A message was deleted in the messenger. */
export interface MessageDeletedEvent extends EventBase {
  kind: 'messageDeleted'
  messageId: string
  channelId?: string
}

/** An outgoing message got further, or failed. */
export interface StatusEvent extends EventBase {
  kind: 'status'
  messageId: string
  /** What the answer to an asynchronous send named it, where that was not the message's id. */
  requestId?: string
  status: MessageStatus
  /** Why it failed: the vendor's code, upper case. */
  code?: string
  /** Why it failed, in the vendor's words. */
  reason?: string
}

/** A channel was created, changed its state, or wants a QR code scanned. */
export interface ChannelEvent extends EventBase {
  kind: 'channel'
  channel: ChatChannel
}

/** The account's channels are now these. */
export interface ChannelListEvent extends EventBase {
  kind: 'channelList'
  channels: ChatChannel[]
}

/** A channel was deleted. */
export interface ChannelDeletedEvent extends EventBase {
  kind: 'channelDeleted'
  channelId: string
}

/** A message template was approved, refused, paused … */
export interface TemplateEvent extends EventBase {
  kind: 'template'
  templateId: string
  name?: string
  /** The vendor's word, lower case. */
  status: string
  reason?: string
}

/** A group chat changed: its name, or who is in it. */
export interface GroupEvent extends EventBase {
  kind: 'group'
  change: 'details' | 'members'
  channelId?: string
  chat?: ChatReference
}

/** A contact was created, or is to be created by the CRM (whose answer carries the new contact). */
export interface ContactEvent extends EventBase {
  kind: 'contact'
  wanted: boolean
  contact: { id?: string; name?: string; responsibleUserId?: string; chats: ChatReference[] }
}

/** A deal is to be created by the CRM (whose answer carries the new deal). */
export interface DealEvent extends EventBase {
  kind: 'deal'
  wanted: boolean
  deal: { responsibleUserId?: string; contactIds: string[] }
}

/** An export of messages got further. */
export interface ExportEvent extends EventBase {
  kind: 'export'
  exportId: string
  status: 'pending' | 'processing' | 'done' | 'webhook_failed' | 'unknown'
  /** Where the file is, for whoever holds this link. */
  url?: string
}

/** A conversation was handed to a person, or back. */
export interface TransferEvent extends EventBase {
  kind: 'transfer'
  change: 'created' | 'assigned' | 'resumed'
  contactId?: string
  userId?: string
}

/** The vendor tries the address out while it is being registered. Answer 200. */
export interface TestEvent extends EventBase {
  kind: 'test'
}

/** Something this package has no name for yet, or that lacks what its kind needs. `type` is the vendor's name for it. */
export interface UnknownEvent extends EventBase {
  kind: 'unknown'
  type: string
}

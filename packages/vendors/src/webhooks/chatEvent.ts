import type { Vendor } from '../vendor.ts'
import type { ChatChannel, ChatMessage, ChatReference, MessageStatus } from './chatMessage.ts'

/** One event, in the same form for all vendors. `kind` names it; `raw` is the vendor's own data. */
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

/** Fields of every event. */
export interface EventBase {
  vendor: Vendor
  /** The vendor's own key of the delivery, or else ids that are the same when the vendor sends the event again. */
  deduplicationKey?: string
  /** Time of the event, ISO 8601, if the vendor sends it. */
  at?: string
  /** The part of the webhook's body this event was read from, untouched. */
  raw: unknown
  /**
   * Optional fields that were left out because their values were invalid, by their names in `raw`, e.g. `contact.phone`.
   * Those of the envelope around `raw` begin with `envelope.`. Missing when nothing was left out.
   */
  droppedFields?: string[]
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

/** An outgoing message has a new status, or failed. */
export interface StatusEvent extends EventBase {
  kind: 'status'
  messageId: string
  /** Id in the response to an asynchronous send, if that was not the message's id. */
  requestId?: string
  status: MessageStatus
  /** Code of the failure: the vendor's, upper case. */
  code?: string
  /** Reason of the failure, in the vendor's words. */
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

/** A message template was approved, rejected, paused … */
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
  /** The group's own name, where the vendor tells it. */
  name?: string
}

/** A contact was created, or the CRM is asked to create one (its response carries the new contact). */
export interface ContactEvent extends EventBase {
  kind: 'contact'
  wanted: boolean
  contact: { id?: string; name?: string; responsibleUserId?: string; chats: ChatReference[] }
}

/** The CRM is asked to create a deal (its response carries the new deal). */
export interface DealEvent extends EventBase {
  kind: 'deal'
  wanted: boolean
  deal: { responsibleUserId?: string; contactIds: string[] }
}

/** An export of messages has a new status. */
export interface ExportEvent extends EventBase {
  kind: 'export'
  exportId: string
  status: 'pending' | 'processing' | 'done' | 'webhook_failed' | 'unknown'
  /** Address of the file, which needs no key. */
  url?: string
}

/** A conversation was handed to a person, or back. */
export interface TransferEvent extends EventBase {
  kind: 'transfer'
  change: 'created' | 'assigned' | 'resumed'
  contactId?: string
  userId?: string
}

/** The vendor tests the address while it is being registered. Respond with 200. */
export interface TestEvent extends EventBase {
  kind: 'test'
}

/** An event that this package does not know yet, or that lacks required fields. `type` is the vendor's name for it. */
export interface UnknownEvent extends EventBase {
  kind: 'unknown'
  type: string
}

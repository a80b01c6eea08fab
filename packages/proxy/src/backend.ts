import type {
  Channel,
  ChannelLinkRequest,
  ChannelRequest,
  ChannelResponse,
  Chat,
  ChatType,
  ConversationPage,
  Export,
  ExportRequest,
  MessageAccepted,
  MessageEdit,
  MessageRequest,
  PairingCode,
  RecordField,
  Template,
  Tone,
  WindowRequest,
} from '@crm-chat/protocol'
import type { ChatEvent } from '@crm-chat/vendors/webhooks'
import type { ChatUser } from './identity/chatUser.ts'

/** A contact for the vendor: it shows in the chats and the counter of the user `responsibleUserId`. */
export interface ChatContact {
  /** The CRM's own id of the contact. */
  id: string
  name: string
  responsibleUserId?: string | undefined
  chats: { chatType: ChatType; chatId: string }[]
}

/** A member of staff for the vendor. */
export interface StaffUser {
  /** The CRM's own id of the user. */
  id: string
  name: string
  /** International, in digits, where the vendor takes one: for its mobile app. */
  phone?: string | undefined
}

/** A deal for the vendor: its contacts' chats show to the user `responsibleUserId`. */
export interface ChatDeal {
  /** The CRM's own id of the deal. */
  id: string
  name: string
  responsibleUserId?: string | undefined
  /** The CRM's own ids of its contacts. */
  contactIds: string[]
  /** @default false */
  closed?: boolean | undefined
  /** The deal's page in the CRM. Wazzup's tech API refuses a deal without it. */
  url?: string | undefined
}

/** A contact as the vendor has it: also of messengers that this version does not know. */
export interface ListedContact extends Omit<ChatContact, 'chats'> {
  chats: { chatType: string; chatId: string }[]
}

/** A deal as the vendor has it. */
export type ListedDeal = ChatDeal

/** A number of unanswered messages, as the vendor sent it. */
export interface UnansweredValue {
  count: number
  tone: Tone
  /** ISO 8601. */
  at: string
}

/** Parameters of {@link Backend.watchUnanswered}. */
export interface WatchParameters {
  userId: string
  onValue: (value: UnansweredValue) => void
  /** The last value may be out of date from now on. The reason, and the code of its cause, go to the log. */
  onOutage: (reason: string, details?: { code: string }) => void
  /** Returns true while a page that is seen follows this counter: after an outage, it comes before the others. */
  isUrgent: () => boolean
}

/** Chat windows of a vendor. */
export interface BackendWindows {
  /** `global`: all of the user's chats. `card`: those of one card. */
  scopes: WindowRequest['scope'][]
  /** Mints the link of a chat window for this user. */
  create: (parameters: { user: ChatUser; request: WindowRequest; signal: AbortSignal }) => Promise<{ url: string }>
  /** Returns true for a link that is the vendor's: anything else never reaches a browser. */
  isOwnUrl: (url: URL) => boolean
}

/** Every call ends with the browser that made it, but for one that changes something: that goes on. */
interface Call {
  signal: AbortSignal
}

/** The company's accounts in the messengers. */
export interface BackendChannels {
  list: (call: Call) => Promise<Channel[]>
}

/** Connecting and deleting channels. A QR code and further steps come as events. */
export interface BackendChannelAdmin {
  create?: (request: ChannelRequest) => Promise<ChannelResponse>
  /** Makes a link to the vendor's own page that connects a channel. */
  link?: (request: ChannelLinkRequest) => Promise<{ url: string }>
  /** Hands over the second factor of a messenger. */
  verify?: (parameters: { channelId: string; code: string }) => Promise<void>
  reinit?: (parameters: { channelId: string } & Pick<ChannelRequest, 'credentials'>) => Promise<ChannelResponse>
  pair?: (parameters: { channelId: string; phone: string }) => Promise<PairingCode>
  delete?: (parameters: { channelId: string; chats: 'keep' | 'delete' }) => Promise<void>
}

/** A file that goes to the vendor with its message, where the vendor takes no links. */
export interface OutgoingFile {
  bytes: Uint8Array
  name: string
  mimeType: string
}

/** Sending messages. Whatever is sent once is never sent again: an unknown outcome is `outcome_unknown`. */
export interface BackendMessages {
  /**
   * Sends a message. The vendor may name the chat of a recipient of whom only a name or number was known.
   * @param parameters.file in place of `request.fileUrl`, where {@link BackendMessages.takesFiles} is true.
   */
  send: (parameters: {
    user: ChatUser
    request: MessageRequest
    file?: OutgoingFile | undefined
  }) => Promise<MessageAccepted & { chatId?: string | undefined }>
  edit?: (parameters: { user: ChatUser; messageId: string; edit: MessageEdit }) => Promise<void>
  delete?: (parameters: { user: ChatUser; messageId: string }) => Promise<void>
  /** True where files go to the vendor with the message, and not by a link that it fetches. */
  takesFiles?: boolean
  /** True where a message may have a file and a `caption`. */
  takesCaptions?: boolean
}

/** Exports of messages. */
export interface BackendExports {
  create: (request: ExportRequest) => Promise<Export>
  read: (parameters: { exportId: string } & Call) => Promise<Export>
}

/** A file of a message on its way from the vendor: no more of it is in memory than is on its way. */
export interface IncomingFile {
  body: ReadableStream<Uint8Array>
  mimeType: string
  /** In bytes, where it is known. */
  size: number | undefined
  name: string | undefined
}

/** Conversations, where the vendor keeps their history. */
export interface BackendConversation {
  /** Returns the chat of a conversation, for the CRM to allow or not; undefined where there is none. */
  chatOf: (parameters: { conversationId: string } & Call) => Promise<Chat | undefined>
  /** Returns the conversation of a chat, where the vendor has an id of its own; undefined where there is none. */
  idOf?: (parameters: { chat: Chat } & Call) => Promise<string | undefined>
  page: (
    parameters: { conversationId: string; before: string | undefined; limit: number } & Call,
  ) => Promise<ConversationPage>
  markRead: (parameters: { conversationId: string; messageId: string }) => Promise<void>
}

/** Files of messages. */
export interface BackendMedia {
  /**
   * Returns the chat whose message has this file, for the CRM to allow or not; undefined where there is none. A `mediaId` that
   * no message of this backend came with is refused with `not_found`. Absent where the CRM's own store has the links of files.
   */
  chatOf?: (parameters: { mediaId: string } & Call) => Promise<Chat | undefined>
  /** Reads a file of a message. Only the vendor's own hosts are asked, without redirects. `url` is the link of the store. */
  open: (parameters: { mediaId: string; url?: string | undefined } & Call) => Promise<IncomingFile>
}

/** A call for several entities, which the vendor takes or refuses as a whole. Making it again is harmless. */
export interface BackendBatch<Item, Result> {
  /** Most items of one call. */
  batchSize: number
  run: (items: Item[], call: Call) => Promise<Result>
}

/** Entities of one kind that the CRM keeps at the vendor. Each call is absent where the vendor has none. */
export interface BackendEntity<Item, Listed = Item> {
  /** Adds or updates entities, by their ids. */
  save?: BackendBatch<Item, void>
  /** Deletes entities. Returns the ids that were not there, where the vendor tells. */
  delete?: BackendBatch<string, string[]>
  /** Reads a page from an offset; one with fewer items than `pageSize` is the last. */
  list?: {
    pageSize: number
    /** Fields by which the vendor sorts, by its own words. Absent where it has one order only. */
    orders?: readonly string[]
    /** Fields that the vendor keeps, besides the id. */
    fields: readonly RecordField[]
    read: (parameters: { offset: number; order?: { by: string; descending: boolean } } & Call) => Promise<Listed[]>
  }
}

/** Users, contacts and deals of the CRM at the vendor. */
export interface BackendEntities {
  users?: BackendEntity<StaffUser>
  contacts?: BackendEntity<ChatContact, ListedContact>
  deals?: BackendEntity<ChatDeal, ListedDeal>
}

/** A webhook as it arrived. */
export interface WebhookRequest {
  /** Returns a header's value; undefined for a missing one. `name` in lower case. */
  header: (name: string) => string | undefined
  /** Untouched, as a signature covers it. */
  body: Uint8Array
}

/** Events from the vendor. */
export interface BackendWebhooks {
  /**
   * Reads one call, in the order of its body, and checks its signature where the vendor signs.
   * @throws {OperationError} `forbidden` for a wrong signature, `invalid_request` for a body that is no event.
   */
  read: (request: WebhookRequest) => Promise<ChatEvent[]>
  /** Tells the vendor the address to call. Repeating it changes nothing. */
  register: (parameters: { url: string }) => Promise<void>
  /** Explains an event in a sentence that a person understands: the reason of a failure, or the state of a channel or export. */
  explain?: (event: ChatEvent) => string | undefined
}

/** A vendor behind the proxy. Its methods reject with {@link OperationError} only, and nothing it shows holds the key. */
export interface Backend {
  /** E.g. `wazzup-v2`. */
  name: string
  /** True for a vendor on this machine or in a private network, e.g. the sandbox: it can reach private addresses. */
  isPrivate?: boolean
  /** Messengers of this vendor. */
  chatTypes: ChatType[]
  /** Absent where the vendor has no chat windows. */
  windows?: BackendWindows
  /**
   * Calls back on every value until the returned function is called; reconnects by itself. Absent where the vendor has no
   * counter.
   */
  watchUnanswered?: (parameters: WatchParameters) => () => void
  /** Adds a user at the vendor, or updates the name. Absent where the vendor keeps none. */
  saveUser?: (user: Pick<ChatUser, 'id' | 'name'>) => Promise<void>
  /** Absent where the vendor keeps none of the CRM's own entities. */
  entities?: BackendEntities
  /** The following are absent where the vendor does not offer them, and their operations respond with `not_supported`. */
  channels?: BackendChannels
  channelAdmin?: BackendChannelAdmin
  messages?: BackendMessages
  templates?: { list: (call: Call) => Promise<Template[]> }
  exports?: BackendExports
  conversation?: BackendConversation
  media?: BackendMedia
  webhooks?: BackendWebhooks
  /** The same vendor for the account of one tenant. Absent where the options name one key for all. */
  forTenant?: (tenant: string) => Backend
  /** Asks the vendor for something harmless, which tells if it can be reached and takes the key. */
  check?: () => Promise<void>
  /** Returns true while a vendor that fails, or refuses the key, is left alone. */
  isLeftAlone?: () => boolean
  /** Lists what is wrong with the backend's own options, without values. Empty where all is well. */
  problems?: () => string[]
  /** Takes the key, in whatever form, out of a text that is about to be logged. */
  redact: (text: string) => string
}

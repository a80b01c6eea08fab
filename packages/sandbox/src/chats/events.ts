import type { MessageChange } from '../messengers/channels/messageChanges.ts'
import type { TemplatePlace } from '../messengers/templates/fillParts.ts'
import type { TemplateParts } from '../messengers/templates/templateParts.ts'
import type { ChatType } from '../store/chatTypes.ts'
import type { MessageButton, MessageKeyboard, MessageKind } from '../store/schema.ts'
import type { Transport } from '../store/transports.ts'

/** Messages between the chats page and the server over the namespace `/chats`. Types only: the page imports them. */

/** Identifies one dialogue. */
export interface ChatKey {
  chatType: ChatType
  chatId: string
}

/** A message as a window shows it. */
export interface WindowMessage extends ChatKey {
  messageId: string
  /** Order within the dialogue. */
  position: number
  /** The company's channel that received or sent it. */
  channelId: string
  direction: 'incoming' | 'outgoing'
  /** Null for a text or a file. */
  kind: MessageKind | null
  text: string | null
  /** Link to a file; the page shows it and never loads it. */
  content: string | null
  status: 'inbound' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed'
  /** Reason for a failure, in the vendor's word. */
  failure: string | null
  authorName: string | null
  refMessageId: string | null
  /** Set by the window that sent it. */
  clientMessageId: string | null
  /** The template it was made from, with the texts above and below. */
  template: { name: string; header: string | null; footer: string | null } | null
  /** Buttons below it, for the customer. */
  buttons: MessageButton[] | null
  /** Kind of a bot's keyboard, which is in the place of the customer's own or under the message. */
  keyboard: MessageKeyboard | null
  /** Unix times in milliseconds. */
  sentAt: number
  editedAt: number | null
  /** Once deleted, a message has no content. */
  deletedAt: number | null
}

/** A dialogue as the list shows it. */
export interface WindowChat extends ChatKey {
  name: string
  unanswered: number
  /** Owner of the unanswered messages: red for the user's own, grey for others'. */
  tone: 'red' | 'grey'
  lastMessage: WindowMessage | null
  createdAt: number
}

/** The company's account in a messenger. */
export interface WindowChannel {
  channelId: string
  chatTypes: ChatType[]
  transport: Transport
  /** Its number or name in the messenger. */
  plainId: string
  /** It is connected, paid for and not switched off. */
  works: boolean
  /** Supported changes to sent messages. */
  changes: readonly MessageChange[]
}

/** A template that is approved. */
export interface WindowTemplate extends TemplateParts {
  templateGuid: string
  name: string
  /** Its category and language, in the vendor's words. */
  category: string | null
  language: string | null
  /** Variables to fill in, in the order of the values. */
  places: TemplatePlace[]
  /** The active channels that can send it. */
  channelIds: string[]
}

/** A request for messages of a dialogue: the latest, or those before, after or around a position. */
export interface MessagesRequest extends ChatKey {
  before?: number
  after?: number
  around?: number
}

/** A deal as the CRM uploaded it. */
export interface WindowDeal {
  id: string
  name: string
  /** Its page in the CRM. */
  link: string | null
  closed: boolean
  responsibleUserName: string | null
}

/** Everything a window needs to draw itself. */
export interface OpenedWindow {
  user: { id: string; name: string }
  scope: 'global' | 'card'
  chats: WindowChat[]
  activeChat: ChatKey | null
  /** The company's channels. */
  channels: WindowChannel[]
  /** The host receives events when a deal is to be opened or created. */
  dealsEvents: boolean
  /** The host receives events when a user has written. */
  messagesEvents: boolean
  /** The CRM has subscribed to webhooks that request deals. */
  dealsWebhooks: boolean
  /** The server's time, Unix milliseconds. */
  now: number
}

/** Reason for a refused request of a window. */
export interface WindowRefusal {
  code: 'LINK_EXPIRED' | 'CHAT_NOT_ALLOWED' | 'INVALID_REQUEST' | 'NOT_SENT' | 'NOT_CHANGED'
  message: string
}

/** The response to a request. */
export type WindowResponse<Result> = { ok: true; result: Result } | { ok: false; error: WindowRefusal }

/** A page of a dialogue, the oldest message first. */
export interface MessagePage {
  messages: WindowMessage[]
  hasEarlier: boolean
  hasLater: boolean
  /** Time of the customer's latest message in each channel, in Unix milliseconds; sent with the first page only. */
  heardAt?: Record<string, number>
}

/** Matches in the messages of a window's dialogues, the latest first. */
export interface SearchResult {
  messages: WindowMessage[]
  hasMore: boolean
}

/** From the server to a window. */
export interface ServerEvents {
  /** The first event, sent again after a reset. */
  opened: (window: OpenedWindow) => void
  /** All chats of the window, when others may be in its scope. */
  chats: (chats: WindowChat[]) => void
  /** One chat is new or has changed. */
  chat: (chat: WindowChat) => void
  /** The company's channels, when one of them has changed. */
  channels: (channels: WindowChannel[]) => void
  message: (message: WindowMessage) => void
  status: (change: ChatKey & { messageIds: string[]; status: 'sent' | 'delivered' | 'read' | 'failed' }) => void
  /** The link has expired; the connection closes. */
  expired: () => void
}

/** From a window to the server. */
export interface WindowEvents {
  messages: (request: MessagesRequest, acknowledge: (page: WindowResponse<MessagePage>) => void) => void
  /** Searches the messages of all its dialogues. */
  search: (request: { query: string }, acknowledge: (found: WindowResponse<SearchResult>) => void) => void
  send: (request: SendRequest, acknowledge: (message: WindowResponse<WindowMessage>) => void) => void
  /** Marks the dialogue as replied. */
  noReply: (request: ChatKey, acknowledge: (done: WindowResponse<null>) => void) => void
  /** The deals with the contact of a chat. */
  deals: (request: ChatKey, acknowledge: (deals: WindowResponse<WindowDeal[]>) => void) => void
  /** Requests a deal with the contact of a chat from the CRM, by webhook. */
  createDeal: (request: ChatKey, acknowledge: (done: WindowResponse<null>) => void) => void
  /** The templates that can be used. */
  templates: (request: ChatKey, acknowledge: (templates: WindowResponse<WindowTemplate[]>) => void) => void
  edit: (
    request: ChatKey & { messageId: string; text: string },
    acknowledge: (message: WindowResponse<WindowMessage>) => void,
  ) => void
  remove: (
    request: ChatKey & { messageId: string },
    acknowledge: (message: WindowResponse<WindowMessage>) => void,
  ) => void
}

/** A message of a user: text, a file with or without text, or a template. */
export interface SendRequest extends ChatKey {
  clientMessageId: string
  text?: string
  template?: { templateGuid: string; values: string[] }
  /** Its bytes in base64. */
  file?: { name: string; type: string; data: string }
  refMessageId?: string
  /** @default the channel of the latest message */
  channelId?: string
}

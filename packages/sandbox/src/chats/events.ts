import type { MessageChange } from '../messengers/channels/messageChanges.ts'
import type { TemplatePlace } from '../messengers/templates/fillParts.ts'
import type { TemplateParts } from '../messengers/templates/templateParts.ts'
import type { ChatType } from '../store/chatTypes.ts'
import type { Transport } from '../store/transports.ts'

/** Messages between the chats page and the server over the namespace `/chats`. Types only: the page imports them. */

/** Names one dialogue. */
export interface ChatKey {
  chatType: ChatType
  chatId: string
}

/** A message as a window shows it. */
export interface WindowMessage extends ChatKey {
  messageId: string
  /** Order within the dialogue. */
  position: number
  /** The company's account that it came in or went out through. */
  channelId: string
  direction: 'incoming' | 'outgoing'
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
  buttons: { text?: string | undefined; type?: string | undefined }[] | null
  /** Unix times in milliseconds. */
  sentAt: number
  editedAt: number | null
  /** Taken back: nothing is left of it but its place. */
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
  /** Changes that it supports to sent messages. */
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
  /** The channels that work and that it may go through. */
  channelIds: string[]
}

/** Which messages of a dialogue a window wants: the latest, those before or after a position, or those around one. */
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
  /** The company's accounts that messages can be sent through. */
  channels: WindowChannel[]
  /** The host wants to hear when a deal is to be opened or created. */
  dealsEvents: boolean
  /** The host wants to hear when somebody of the staff has written. */
  messagesEvents: boolean
  /** The CRM has subscribed to webhooks that ask it for deals. */
  dealsWebhooks: boolean
  /** The server's time, Unix milliseconds. */
  now: number
}

/** Reason for a refused request of a window. */
export interface WindowRefusal {
  code: 'LINK_EXPIRED' | 'CHAT_NOT_ALLOWED' | 'INVALID_REQUEST' | 'NOT_SENT' | 'NOT_CHANGED'
  message: string
}

/** The outcome of a request. */
export type WindowAnswer<Result> = { ok: true; result: Result } | { ok: false; error: WindowRefusal }

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
  /** First of all, and again when everything has changed. */
  opened: (window: OpenedWindow) => void
  /** All chats of the window, when it may be others than before. */
  chats: (chats: WindowChat[]) => void
  /** One chat is new or has changed. */
  chat: (chat: WindowChat) => void
  /** The company's accounts, when one of them has changed. */
  channels: (channels: WindowChannel[]) => void
  message: (message: WindowMessage) => void
  status: (change: ChatKey & { messageIds: string[]; status: 'sent' | 'delivered' | 'read' | 'failed' }) => void
  /** The link has ended; the connection closes. */
  expired: () => void
}

/** From a window to the server. */
export interface WindowEvents {
  messages: (request: MessagesRequest, answer: (page: WindowAnswer<MessagePage>) => void) => void
  /** Looks through the messages of all its dialogues. */
  search: (request: { query: string }, answer: (found: WindowAnswer<SearchResult>) => void) => void
  send: (request: SendRequest, answer: (message: WindowAnswer<WindowMessage>) => void) => void
  /** Nothing that came in needs a reply. */
  noReply: (request: ChatKey, answer: (done: WindowAnswer<null>) => void) => void
  /** The deals with the person of a chat. */
  deals: (request: ChatKey, answer: (deals: WindowAnswer<WindowDeal[]>) => void) => void
  /** The CRM is to create a deal with the person of a chat: it is asked by webhook. */
  createDeal: (request: ChatKey, answer: (done: WindowAnswer<null>) => void) => void
  /** The templates that can be used. */
  templates: (request: ChatKey, answer: (templates: WindowAnswer<WindowTemplate[]>) => void) => void
  edit: (
    request: ChatKey & { messageId: string; text: string },
    answer: (message: WindowAnswer<WindowMessage>) => void,
  ) => void
  remove: (request: ChatKey & { messageId: string }, answer: (message: WindowAnswer<WindowMessage>) => void) => void
}

/** A message from staff: text, a file with or without text, or a template. */
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

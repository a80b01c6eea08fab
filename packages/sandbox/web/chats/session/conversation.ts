import type { ConversationTemplate, MessageButton } from '@crm-chat/react/conversation'
import type { ChatType } from '../../ui/format/formatAccount.ts'
import type { Upload } from '../../ui/message/toUpload.ts'

/** Identifies a chat. */
export interface ChatKey {
  chatType: ChatType
  chatId: string
}

/** A message of a chat. */
export interface Message extends ChatKey {
  messageId: string
  /** Order within the chat. */
  position: number
  /** The channel it came in or went out through. */
  channelId: string
  direction: 'incoming' | 'outgoing'
  /** Null for a text or a file. */
  kind: 'location' | 'contact' | 'missedCall' | 'unsupported' | null
  text: string | null
  /** Link to a file. */
  content: string | null
  status: 'inbound' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed'
  /** The vendor's code for the failure. */
  failure: string | null
  authorName: string | null
  /** The message it quotes. */
  refMessageId: string | null
  /** Id chosen by the sender, to recognize its own message. */
  clientMessageId: string | null
  /** The template it was made from. */
  template: { name: string; header: string | null; footer: string | null } | null
  /** Buttons shown to the customer. */
  buttons: MessageButton[] | null
  /** Unix times in milliseconds. */
  sentAt: number
  editedAt: number | null
  deletedAt: number | null
}

/** A chat in the list. */
export interface Chat extends ChatKey {
  name: string
  unanswered: number
  /** Red if the user should reply, grey if a colleague should. */
  tone: 'red' | 'grey'
  lastMessage: Message | null
  createdAt: number
}

/** A part of a sent message that can be changed: its text, its file's caption, or the whole message. */
export type MessageChange = 'text' | 'content' | 'delete'

/** One of the company's accounts in a messenger. */
export interface Channel {
  channelId: string
  chatTypes: ChatType[]
  /** The kind of connection, e.g. `whatsapp` or `wapi`. */
  transport: string
  /** Its number or name in the messenger. */
  plainId: string
  /** Connected, paid for, and switched on. */
  works: boolean
  /** Changes the messenger allows. */
  changes: readonly MessageChange[]
}

/** An approved template. */
export interface Template extends Omit<ConversationTemplate, 'id' | 'channelIds'> {
  templateGuid: string
  /** Working channels it can be sent through. */
  channelIds: string[]
}

/** A deal from the CRM. */
export interface Deal {
  id: string
  name: string
  /** Its page in the CRM. */
  link: string | null
  closed: boolean
  responsibleUserName: string | null
}

/** Everything needed to draw the chats. */
export interface OpenedChats {
  user: { id: string; name: string }
  scope: 'global' | 'card'
  chats: Chat[]
  activeChat: ChatKey | null
  channels: Channel[]
  /** The host page subscribed to events about deals. */
  dealsEvents: boolean
  /** The host page subscribed to events about sent messages. */
  messagesEvents: boolean
  /** The CRM subscribed to webhooks that request deals. */
  dealsWebhooks: boolean
  /** The server's time, Unix milliseconds. */
  now: number
}

/** A page of a chat, oldest message first. */
export interface MessagePage {
  messages: Message[]
  hasEarlier: boolean
  hasLater: boolean
  /** Time of the customer's last message in each channel, Unix milliseconds. Not sent with further pages. */
  heardAt?: Record<string, number>
}

/** The page of a chat to fetch: the latest messages, those before or after a position, or those around one. */
export interface PageRequest extends ChatKey {
  before?: number
  after?: number
  around?: number
}

/** Messages that match a search, latest first. */
export interface SearchResult {
  messages: Message[]
  hasMore: boolean
}

/** A new status of sent messages. */
export interface StatusChange extends ChatKey {
  messageIds: string[]
  status: 'sent' | 'delivered' | 'read' | 'failed'
}

/** A message to send: a text, a file with or without a caption, or a template. */
export interface NewMessage extends ChatKey {
  clientMessageId: string
  text?: string
  template?: { templateGuid: string; values: string[] }
  file?: Upload
  refMessageId?: string
  /** @default the channel of the latest message */
  channelId?: string
}

import type {
  Channel,
  Chat,
  ChatKey,
  Deal,
  Message,
  MessagePage,
  NewMessage,
  OpenedChats,
  PageRequest,
  SearchResult,
  StatusChange,
  Template,
} from './conversation.ts'

/** Supplies the chats and carries out the user's changes. The page needs nothing else from a server. */
export interface ChatsSource {
  /**
   * Connects and reports events: `opened` first, and again after each reconnection.
   * @returns a function that disconnects.
   */
  subscribe: (listener: (event: ChatsEvent) => void) => () => void
  fetchMessages: (request: PageRequest) => Promise<Outcome<MessagePage>>
  searchMessages: (query: string) => Promise<Outcome<SearchResult>>
  fetchTemplates: (chat: ChatKey) => Promise<Outcome<Template[]>>
  fetchDeals: (chat: ChatKey) => Promise<Outcome<Deal[]>>
  /** Requests a new deal from the CRM. */
  createDeal: (chat: ChatKey) => Promise<Outcome<null>>
  /** Sending the same `clientMessageId` again delivers the message at most once. */
  sendMessage: (message: NewMessage) => Promise<Outcome<Message>>
  /** Replaces the text of a message, or its file's caption. */
  editMessage: (request: ChatKey & { messageId: string; text: string }) => Promise<Outcome<Message>>
  deleteMessage: (request: ChatKey & { messageId: string }) => Promise<Outcome<Message>>
  /** Marks a chat as answered without a reply. */
  markNoReplyNeeded: (chat: ChatKey) => Promise<Outcome<null>>
  /** Time after sending in which a message can be edited or deleted. */
  changeableMs: number
  largestFileBytes: number
}

/** The outcome of a request: its result, or a reason to show the user. */
export type Outcome<Result> = { ok: true; result: Result } | { ok: false; error: { message: string } }

/** An event of a source. */
export type ChatsEvent =
  | { type: 'opened'; opened: OpenedChats }
  /** The full list of chats. */
  | { type: 'chats'; chats: Chat[] }
  /** A new or changed chat. */
  | { type: 'chat'; chat: Chat }
  | { type: 'channels'; channels: Channel[] }
  /** A new or changed message. */
  | { type: 'message'; message: Message }
  | { type: 'status'; change: StatusChange }
  /** The connection broke; the source reconnects by itself. */
  | { type: 'lost' }
  /** The link expired or is invalid; no further events follow. */
  | { type: 'ended'; reason: 'expired' | 'invalid' }

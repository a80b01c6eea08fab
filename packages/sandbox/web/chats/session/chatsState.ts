import type { Upload } from '../../ui/message/toUpload.ts'
import type { Channel, Chat, ChatKey, FilledTemplate, Message, NewMessage } from './conversation.ts'

/** The state of the connection. */
export type Connection =
  | { status: 'connecting' }
  | { status: 'live' }
  | { status: 'lost' }
  | { status: 'ended'; reason: 'expired' | 'invalid' }

/** The loaded messages of a chat. */
export type Thread = { status: 'loading' } | { status: 'failed' } | ReadyThread

/** A stretch of a chat's messages. It may stop before the end while the user reads further up. */
export interface ReadyThread {
  status: 'ready'
  messages: Message[]
  hasEarlier: boolean
  hasLater: boolean
  earlier: Loading
  later: Loading
  /** Time of the customer's last message in each channel. */
  heardAt: Record<string, number>
}

/** The state of loading further messages. */
export type Loading = 'idle' | 'loading' | 'failed'

/** The content of a message to send. */
export type OutboxContent = Pick<NewMessage, 'text' | 'file' | 'template' | 'refMessageId' | 'channelId'>

/** A message to scroll to. */
export interface Target {
  chatKey: string
  messageId: string
  /** The search to highlight in it. */
  query: string
}

/** A failed action, shown to the user. */
export interface Problem {
  reason: string
  /** `null` if a retry would not help. */
  retry: (() => void) | null
}

/** The message that the composer replies to or edits. */
export interface Focus {
  kind: 'quote' | 'edit'
  message: Message
}

/** A message the user sent and the server has not confirmed. */
export interface OutboxItem extends ChatKey {
  clientMessageId: string
  content: OutboxContent
  /** The filled template. */
  preview: FilledTemplate | null
  sentAt: number
  status: 'sending' | 'failed'
  /** The reason it failed. */
  reason: string | null
}

/** Everything the page draws. Records are keyed by `toKey`. */
export interface ChatsState {
  connection: Connection
  scope: 'global' | 'card'
  userName: string
  /** Latest first. `null` until the first `opened` event. */
  chats: Chat[] | null
  activeKey: string | null
  threads: Record<string, Thread>
  outbox: OutboxItem[]
  drafts: Record<string, string>
  /** Files attached in composers. */
  attachments: Record<string, Upload | undefined>
  /** Messages being replied to or edited. */
  focuses: Record<string, Focus | undefined>
  target: Target | null
  problem: Problem | null
  /** Channels chosen for chats. */
  chosenChannels: Record<string, string>
  channels: Channel[]
  /** The host page subscribed to events about deals. */
  dealsEvents: boolean
  /** The host page subscribed to events about sent messages. */
  messagesEvents: boolean
  /** The CRM subscribed to webhooks that request deals. */
  dealsWebhooks: boolean
  userId: string
  /** The server's time minus this machine's. */
  clockOffsetMs: number
}

export const initialState: ChatsState = {
  connection: { status: 'connecting' },
  scope: 'global',
  userName: '',
  chats: null,
  activeKey: null,
  threads: {},
  outbox: [],
  drafts: {},
  attachments: {},
  focuses: {},
  target: null,
  problem: null,
  chosenChannels: {},
  channels: [],
  dealsEvents: false,
  messagesEvents: false,
  dealsWebhooks: false,
  userId: '',
  clockOffsetMs: 0,
}

import type { ChatKey, SendRequest, WindowChannel, WindowChat, WindowMessage } from '../../../src/chats/events.ts'
import type { FilledParts } from '../../../src/messengers/templates/fillParts.ts'
import type { Upload } from '../../ui/message/toUpload.ts'

/** How the window stands with the server. */
export type Connection =
  | { status: 'connecting' }
  | { status: 'live' }
  | { status: 'lost' }
  | { status: 'ended'; reason: 'expired' | 'invalid' }

/** The messages of one chat, as far as they are here. */
export type Thread = { status: 'loading' } | { status: 'failed' } | ReadyThread

/** A stretch of a chat: to its end, or, while the person reads further up, to somewhere before it. */
export interface ReadyThread {
  status: 'ready'
  messages: WindowMessage[]
  hasEarlier: boolean
  hasLater: boolean
  earlier: Loading
  later: Loading
  /** When the customer last wrote through each channel. */
  heardAt: Record<string, number>
}

/** How it stands with messages that are not here yet. */
export type Loading = 'idle' | 'loading' | 'failed'

/** What a message is made of. */
export type OutboxContent = Pick<SendRequest, 'text' | 'file' | 'template' | 'refMessageId' | 'channelId'>

/** A message to bring into view. */
export interface Target {
  chatKey: string
  messageId: string
  /** What was looked for, to be marked in it. */
  query: string
}

/** Something that was not done, to be told to the person. */
export interface Problem {
  reason: string
  /** `null` where trying again is of no use. */
  retry: (() => void) | null
}

/** What a composer is about, besides a new message: answering to one, or changing one. */
export interface Focus {
  kind: 'quote' | 'edit'
  message: WindowMessage
}

/** What the person has sent and the server has not confirmed. */
export interface OutboxItem extends ChatKey {
  clientMessageId: string
  content: OutboxContent
  /** What a template will look like. */
  preview: FilledParts | null
  sentAt: number
  status: 'sending' | 'failed'
  /** Why it failed. */
  reason: string | null
}

/** Everything the page draws. Keys of chats are made by `toKey`. */
export interface ChatsState {
  connection: Connection
  scope: 'global' | 'card'
  userName: string
  /** The latest first. `null` until the server has told. */
  chats: WindowChat[] | null
  activeKey: string | null
  threads: Record<string, Thread>
  outbox: OutboxItem[]
  drafts: Record<string, string>
  /** Files that wait in composers. */
  attachments: Record<string, Upload | undefined>
  /** What the composer of a chat is about. */
  focuses: Record<string, Focus | undefined>
  target: Target | null
  problem: Problem | null
  /** The channel the person chose for a chat. */
  chosenChannels: Record<string, string>
  channels: WindowChannel[]
  /** The host wants to hear when a deal is to be opened or created. */
  dealsEvents: boolean
  /** The host wants to hear when the person has written. */
  messagesEvents: boolean
  /** The CRM hears by webhook when a deal is to be created. */
  dealsWebhooks: boolean
  userId: string
  /** How far the server's time is ahead of this machine's. */
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

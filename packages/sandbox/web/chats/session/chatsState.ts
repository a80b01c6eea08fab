import type { ChatKey, SendRequest, WindowChannel, WindowChat, WindowMessage } from '../../../src/chats/events.ts'

/** How the window stands with the server. */
export type Connection =
  | { status: 'connecting' }
  | { status: 'live' }
  | { status: 'lost' }
  | { status: 'ended'; reason: 'expired' | 'invalid' }

/** The messages of one chat, as far as they are here. */
export type Thread =
  | { status: 'loading' }
  | { status: 'failed' }
  | { status: 'ready'; messages: WindowMessage[]; hasEarlier: boolean; earlier: 'idle' | 'loading' | 'failed' }

/** What a message is made of. */
export type OutboxContent = Pick<SendRequest, 'text' | 'file' | 'refMessageId' | 'channelId'>

/** What a composer is about, besides a new message: answering to one, or changing one. */
export interface Focus {
  kind: 'quote' | 'edit'
  message: WindowMessage
}

/** What the person has sent and the server has not confirmed. */
export interface OutboxItem extends ChatKey {
  clientMessageId: string
  content: OutboxContent
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
  /** What the composer of a chat is about. */
  focuses: Record<string, Focus | undefined>
  /** The channel the person chose for a chat. */
  chosenChannels: Record<string, string>
  channels: WindowChannel[]
  /** The host wants to hear when a deal is to be opened or created. */
  dealsEvents: boolean
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
  focuses: {},
  chosenChannels: {},
  channels: [],
  dealsEvents: false,
  userId: '',
  clockOffsetMs: 0,
}

import type { Channel, Chat } from './conversation.ts'

/** The state of the connection. */
export type Connection =
  | { status: 'connecting' }
  | { status: 'live' }
  | { status: 'lost' }
  | { status: 'ended'; reason: 'expired' | 'invalid' }

/** Everything the page draws beside the conversation itself. */
export interface ChatsState {
  connection: Connection
  scope: 'global' | 'card'
  userName: string
  /** Latest first. `null` until the first `opened` event. */
  chats: Chat[] | null
  /** Key of the open chat: see `toKey`. */
  activeKey: string | null
  /** Message that the search opened. */
  foundId: string | null
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
  foundId: null,
  channels: [],
  dealsEvents: false,
  messagesEvents: false,
  dealsWebhooks: false,
  userId: '',
  clockOffsetMs: 0,
}

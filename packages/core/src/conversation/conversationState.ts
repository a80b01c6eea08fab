import type { ConversationMessage, OutboxPreview } from './conversationMessage.ts'
import type { Allowed, NewMessage } from './conversationSource.ts'

/** State of the connection. */
export type ConversationConnection = 'connecting' | 'live' | 'lost' | 'ended'

/** The loaded messages. */
export type Thread = { status: 'idle' } | { status: 'loading' } | FailedThread | ReadyThread

/** Messages that did not load. */
export interface FailedThread extends FailureReason {
  status: 'failed'
}

/** Reason of a failure: a sentence of the source. */
export interface FailureReason {
  reason: string
  /** Code of the reason. */
  code?: string | undefined
  /** The messenger service's reason, in a sentence of its own, in English. */
  detail?: string | undefined
}

/** A stretch of the messages. It may stop before the end while the user reads further up. */
export interface ReadyThread {
  status: 'ready'
  messages: readonly ConversationMessage[]
  hasEarlier: boolean
  hasLater: boolean
  earlier: Loading
  later: Loading
  /** Time of the customer's last message in each channel. */
  heardAt: Readonly<Record<string, number>>
}

/** State of loading further messages. */
export type Loading = 'idle' | 'loading' | 'failed'

/** Content of a message to send. */
export type OutboxContent = Omit<NewMessage, 'clientMessageId'>

/** A message that the user sent and the source has not confirmed. */
export interface OutboxItem {
  clientMessageId: string
  content: OutboxContent
  preview: OutboxPreview | null
  sentAt: number
  /** `unconfirmed`: nobody knows whether it was sent. */
  status: 'sending' | 'failed' | 'unconfirmed'
  /** Reason why it failed. */
  reason: string | null
  /** Code of the reason. */
  code: string | null
  /** The messenger service's reason, in a sentence of its own, in English. */
  detail: string | null
  /** True if its outcome stays unknown under this id: sent again, it is another message. */
  isFinal: boolean
}

/** The message that the composer replies to or edits. */
export interface Focus {
  kind: 'quote' | 'edit'
  message: ConversationMessage
}

/** A message to scroll to. */
export interface Target {
  messageId: string
  /** Search to highlight in it. */
  query: string
}

/** A failed action, shown to the user. */
export interface Problem {
  reason: ProblemReason
  /** `null` if a retry would not help. */
  retry: (() => void) | null
}

/** Reason of a failed action: the source's own sentence, or one that the words have. */
export type ProblemReason = FailureReason | { name: 'emptyFile' } | { name: 'largeFile'; bytes: number }

/** A search in the messages. Earlier results stay until new ones arrive. */
export interface Search {
  status: 'idle' | 'loading' | 'ready' | 'failed'
  text: string
  /** Found messages, latest first. */
  messages: readonly ConversationMessage[]
  hasMore: boolean
}

/** Everything that a conversation shows. */
export interface ConversationState {
  connection: ConversationConnection
  /** Time at which the end was last known as the source has it, Unix milliseconds by its clock; `null` before it has been read. */
  syncedAt: number | null
  /** Reason why the end could not be read again, so that messages may be missing; `null` if none are. */
  stale: FailureReason | null
  allowed: Allowed
  thread: Thread
  unanswered: number
  outbox: readonly OutboxItem[]
  draft: string
  attachment: File | null
  focus: Focus | null
  target: Target | null
  search: Search
  problem: Problem | null
  /** Channel that the user chose for replies. */
  channelId: string | null
}

/** Nothing is allowed until the source says so. */
export const initialState: ConversationState = {
  connection: 'connecting',
  syncedAt: null,
  stale: null,
  allowed: { can: [], channels: [], largestFileBytes: 0, longestText: 10_000, clockOffsetMs: 0, userId: '' },
  thread: { status: 'idle' },
  unanswered: 0,
  outbox: [],
  draft: '',
  attachment: null,
  focus: null,
  target: null,
  search: { status: 'idle', text: '', messages: [], hasMore: false },
  problem: null,
  channelId: null,
}

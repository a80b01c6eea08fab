import type { Channel, Recipient } from '@crm-chat/protocol'
import type {
  ConversationEvent,
  ConversationFailure,
  NewMessage,
  Outcome,
  SentMessage,
  StatusChange,
} from '../conversation/conversationSource.ts'
import type { ConversationTemplate } from '../conversation/conversationTemplate.ts'

/** Sends messages for a composer, wherever they go. */
export interface ComposerSource {
  /** Name of the server among all that a user sees, for drafts. */
  key: string
  /**
   * Connects, and reports changes: `allowed` and `live` first, and again after each reconnection.
   * @returns a function that disconnects.
   */
  subscribe: (listener: (event: ComposerEvent) => void) => () => void
  /** Sending the same `clientMessageId` again must deliver the message once at most, unless an outcome is `unconfirmed`. */
  send: (parameters: ComposerSend) => Promise<Outcome<SentMessage>>
  /** Lists the templates that can be sent. */
  fetchTemplates?: (() => Promise<Outcome<readonly ConversationTemplate[]>>) | undefined
  /** Reads the statuses of a chat's latest messages, which may have been missed. */
  fetchStatuses?: ((to: Recipient) => Promise<Outcome<readonly StatusChange[]>>) | undefined
}

/** Parameters of {@link ComposerSource.send}. */
export interface ComposerSend {
  to: Recipient
  message: NewMessage
  /** Called while its file is uploaded, with the sent part from 0 to 1. */
  onUpload: (part: number) => void
}

/** An event of a {@link ComposerSource}. */
export type ComposerEvent =
  | Extract<ConversationEvent, { type: 'live' | 'changed' | 'lost' | 'ended' | 'status' }>
  | { type: 'allowed'; allowed: ComposerAllowed }
  /** It is unknown what the user may do. */
  | { type: 'failed'; error: ConversationFailure }

/** Things that the user may do. */
export interface ComposerAllowed {
  can: readonly ('send' | 'file' | 'caption' | 'template')[]
  /** Vendor by the session's word, e.g. `wazzup-v3`. */
  vendor: string
  /** Messengers of this vendor. */
  chatTypes: readonly string[]
  /** The company's accounts; null where the vendor lists none and chooses by itself. */
  channels: readonly Channel[] | null
  /** Largest file that the server takes. */
  largestFileBytes: number
  /** Longest text with a file, in characters; a longer one is a message of its own. @default any that the messenger takes */
  longestCaption?: number | undefined
  /** The source's time minus this machine's. */
  clockOffsetMs: number
  /** The user: a draft of another one in the same tab is not shown. */
  userId: string
}

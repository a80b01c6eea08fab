import type { OutboxPreview } from '../conversation/conversationMessage.ts'
import type { ConversationFailure } from '../conversation/conversationSource.ts'
import type { ConversationConnection, OutboxItem } from '../conversation/conversationState.ts'
import type { ComposerAllowed } from './composerSource.ts'
import type { KeyboardDraft } from './keyboard/keyboardDraft.ts'
import type { ComposerContact, ComposerRecipient } from './recipients.ts'

/** A message to quote. */
export interface ComposerQuote {
  /** The vendor's id of the message. */
  messageId: string
  /** Its text, for the user. */
  text: string
}

/** Status of a message that was sent from here: that of its request, then that of its delivery. */
export type ComposerStatus = OutboxItem['status'] | 'pending' | 'sent' | 'delivered' | 'read'

/** A message that was sent from here. */
export interface ComposerItem extends Omit<OutboxItem, 'status'> {
  recipient: ComposerRecipient
  /** `sending`: on its way to the server. `pending`: the vendor has it, the messenger does not yet. */
  status: ComposerStatus
  /** The vendor's ids, once it has accepted the message. */
  messageIds: readonly string[]
  /** Sent part of its file from 0 to 1, while it is uploaded; null before and after, and where it is unknown. */
  progress: number | null
}

/** A file that cannot be sent. */
export type ComposerProblem = { name: 'emptyFile' } | { name: 'largeFile'; bytes: number }

/** Everything that a composer shows. */
export interface ComposerState {
  connection: ConversationConnection
  /** Things that the user may do; null while they are unknown. */
  allowed: ComposerAllowed | null
  /** Reason why they are unknown. */
  failure: ConversationFailure | null
  contact: ComposerContact
  /** Recipient that the user chose or wrote; `nobody` while none is written, and null for the first one that can be reached. */
  recipient: ComposerRecipient | 'nobody' | null
  /** Channel that the user chose. */
  channelId: string | null
  text: string
  attachment: File | null
  keyboard: KeyboardDraft | null
  keepUnanswered: boolean
  quote: ComposerQuote | null
  problem: ComposerProblem | null
  /** Messages that were sent from here, oldest first. */
  items: readonly ComposerItem[]
}

/** A template that the user filled in. */
export interface FilledTemplate {
  id: string
  values: readonly string[]
  payloads?: readonly string[] | undefined
  /** @default the channel of the composer */
  channelId?: string | undefined
  preview: OutboxPreview
}

/** Nothing is allowed until the source says so. */
export const initialState: ComposerState = {
  connection: 'connecting',
  allowed: null,
  failure: null,
  contact: {},
  recipient: null,
  channelId: null,
  text: '',
  attachment: null,
  keyboard: null,
  keepUnanswered: false,
  quote: null,
  problem: null,
  items: [],
}

import type { ChatType, Tone, WindowRequest } from '@crm-chat/protocol'
import type { ChatUser } from './identity/chatUser.ts'

/** A contact for the vendor: it shows in the chats and the counter of the user `responsibleUserId`. */
export interface ChatContact {
  /** The CRM's own id of the contact. */
  id: string
  name: string
  responsibleUserId?: string | undefined
  chats: { chatType: ChatType; chatId: string }[]
}

/** A number of unanswered messages, as the vendor sent it. */
export interface UnansweredValue {
  count: number
  tone: Tone
  /** ISO 8601. */
  at: string
}

/** Parameters of {@link Backend.watchUnanswered}. */
export interface WatchParameters {
  userId: string
  onValue: (value: UnansweredValue) => void
  /** The last value may be out of date from now on. The reason, and the code of its cause, go to the log. */
  onOutage: (reason: string, details?: { code: string }) => void
  /** Returns true while a page that is seen follows this counter: after an outage, it comes before the others. */
  isUrgent: () => boolean
}

/** Chat windows of a vendor. */
export interface BackendWindows {
  /** `global`: all of the user's chats. `card`: those of one card. */
  scopes: WindowRequest['scope'][]
  /** Mints the link of a chat window for this user. */
  create: (parameters: { user: ChatUser; request: WindowRequest; signal: AbortSignal }) => Promise<{ url: string }>
  /** Returns true for a link that is the vendor's: anything else never reaches a browser. */
  isOwnUrl: (url: URL) => boolean
}

/** A vendor behind the proxy. Its methods reject with {@link OperationError} only, and nothing it shows holds the key. */
export interface Backend {
  /** E.g. `wazzup-v2`. */
  name: string
  /** Messengers of this vendor. */
  chatTypes: ChatType[]
  /** Absent where the vendor has no chat windows. */
  windows?: BackendWindows
  /**
   * Calls back on every value until the returned function is called; reconnects by itself. Absent where the vendor has no
   * counter.
   */
  watchUnanswered?: (parameters: WatchParameters) => () => void
  /** Adds a user at the vendor, or updates the name. Absent where the vendor keeps none. */
  saveUser?: (user: Pick<ChatUser, 'id' | 'name'>) => Promise<void>
  /** Adds or updates any number of contacts at the vendor. Absent where the vendor keeps none. */
  saveContacts?: (contacts: ChatContact[]) => Promise<void>
  /** Asks the vendor for something harmless, which tells if it can be reached and takes the key. */
  check?: () => Promise<void>
  /** Lists what is wrong with the backend's own options, without values. Empty where all is well. */
  problems?: () => string[]
  /** Takes the key, in whatever form, out of a text that is about to be logged. */
  redact: (text: string) => string
}

import type { ChatType, Tone, WindowRequest } from '@crm-chat/protocol'
import type { ChatUser } from './identity/chatUser.ts'

/** A contact as the vendor should know it: `responsibleUserId` decides in whose chats and counter it shows. */
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
  /** The last value may be out of date from now on. The reason is a word for the log. */
  onOutage: (reason: string) => void
}

/** A vendor behind the proxy. Its methods reject with {@link OperationError} only, and nothing it shows holds the key. */
export interface Backend {
  /** E.g. `wazzup-v2`. */
  name: string
  capabilities: { chatTypes: ChatType[]; scopes: ('global' | 'card')[] }
  /** Mints the link of a chat window for this user. */
  createWindow: (parameters: {
    user: ChatUser
    request: WindowRequest
    signal: AbortSignal
  }) => Promise<{ url: string }>
  /** Whether a link to this place is the vendor's: anything else never reaches a browser. */
  isWindowUrl: (url: URL) => boolean
  /** Tells of every value until the returned function is called; reconnects by itself. */
  watchUnanswered: (parameters: WatchParameters) => () => void
  /** Adds or updates any number of contacts at the vendor. Absent where the vendor has no such thing. */
  saveContacts?: (contacts: ChatContact[]) => Promise<void>
  /** Takes the key, in whatever form, out of a text that is about to be logged. */
  redact: (text: string) => string
}

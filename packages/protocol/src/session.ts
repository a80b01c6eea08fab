import * as z from 'zod/mini'
import type { Open } from './open.ts'
import type { ChatType } from './wire/chatTypes.ts'

/**
 * Things that a proxy may offer a user. `window`: a chat window of all the user's chats. `cardWindow`: one of a card's
 * chats. `unanswered`: the number of unanswered messages. `events`: that number as a stream. `socketIo`: the same by the
 * vendor's own socket events. `channels`: the list of channels. `channelAdmin`: connecting and deleting them. `messages`:
 * sending; `edit` and `delete`: what was sent. `captions`: a file with a text in one message. `templates`, `files`, `exports`, `vendorData`, `conversation`, `media`: the operations of that
 * name. `search`: messages of a conversation by their text. `jump`: those from a time on.
 */
export type Capability =
  | 'window'
  | 'cardWindow'
  | 'unanswered'
  | 'events'
  | 'socketIo'
  | 'channels'
  | 'channelAdmin'
  | 'messages'
  | 'edit'
  | 'delete'
  | 'templates'
  | 'files'
  | 'captions'
  | 'exports'
  | 'vendorData'
  | 'conversation'
  | 'search'
  | 'jump'
  | 'media'

/** Response of `GET /session`: the user by the CRM's word, and what the proxy and the vendor behind it can do. */
export interface Session {
  user: { id: string; name: string }
  /** E.g. `wazzup-v2`. */
  vendor: string
  /** Messengers of this vendor. */
  chatTypes: Open<ChatType>[]
  capabilities: Open<Capability>[]
  /** Things that this proxy offers to its administrators, and not to this user. Absent where there are none. */
  restricted?: Open<Capability>[] | undefined
  /** ISO 8601, to find out by how much the browser's clock is off. */
  serverTime: string
}

/** Schema of {@link Session}. Fields and words of a newer proxy do no harm. */
export const sessionSchema: z.ZodMiniType<Session> = z.object({
  user: z.object({ id: z.string(), name: z.string() }),
  vendor: z.string(),
  chatTypes: z.array(z.string()),
  capabilities: z.array(z.string()),
  restricted: z.optional(z.array(z.string())),
  serverTime: z.iso.datetime(),
})

import * as z from 'zod/mini'
import { type ChatType, chatTypes } from './chats.ts'

/** Answer of `GET /session`: who the CRM says is asking, and what the vendor behind the proxy can do. */
export interface Session {
  user: { id: string; name: string }
  /** E.g. `wazzup-v2`. */
  vendor: string
  capabilities: {
    /** Messengers of this vendor. */
    chatTypes: ChatType[]
    /** Scopes of a chat window that this user may open. */
    scopes: ('global' | 'card')[]
  }
  /** ISO 8601, to tell how far off the browser's clock is. */
  serverTime: string
}

/** Schema of {@link Session}. Fields of a newer proxy are passed over. */
export const sessionSchema: z.ZodMiniType<Session> = z.object({
  user: z.object({ id: z.string(), name: z.string() }),
  vendor: z.string(),
  capabilities: z.object({
    chatTypes: z.array(z.enum(chatTypes)),
    scopes: z.array(z.enum(['global', 'card'])),
  }),
  serverTime: z.iso.datetime(),
})

import * as z from 'zod/mini'
import { type ChannelChange, channelChangeSchema } from './channels.ts'
import { type Export, exportSchema } from './exports.ts'
import { type MessageChange, messageSchema, type StatusChange, statusChangeSchema } from './messages.ts'
import { type Unanswered, unansweredSchema } from './unanswered.ts'

/** Data of the `session` event, the first of each stream: a page whose user has changed must not show the new one's data. */
export interface StreamSession {
  userId: string
  /** ISO 8601. */
  serverTime: string
}

/** Data of the `drain` event: the server is about to end the stream. The values stay valid meanwhile. */
export interface Drain {
  /** Time after which to reconnect, in milliseconds. Every stream gets another one. */
  reconnectInMs: number
}

/** Events of `GET /events`, by their SSE name. A heartbeat is an SSE comment every {@link heartbeatMs} and has no name. */
export interface ChatEvents {
  session: StreamSession
  unanswered: Unanswered
  message: MessageChange
  status: StatusChange
  channel: ChannelChange
  export: Export
  drain: Drain
}

/** Schema of {@link StreamSession}. */
export const streamSessionSchema: z.ZodMiniType<StreamSession> = z.object({
  userId: z.string(),
  serverTime: z.iso.datetime(),
})

/** Schema of {@link Drain}. */
export const drainSchema: z.ZodMiniType<Drain> = z.object({ reconnectInMs: z.number().check(z.minimum(0)) })

/** Schema of each event's data. A page that reads some events only takes their own schemas. */
export const eventSchemas: { [Name in keyof ChatEvents]: z.ZodMiniType<ChatEvents[Name]> } = {
  session: streamSessionSchema,
  unanswered: unansweredSchema,
  message: messageSchema,
  status: statusChangeSchema,
  channel: channelChangeSchema,
  export: exportSchema,
  drain: drainSchema,
}

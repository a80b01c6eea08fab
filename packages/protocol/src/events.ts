import type * as z from 'zod/mini'
import { type Unanswered, unansweredSchema } from './unanswered.ts'

/** Events of `GET /events`, by their SSE name. A heartbeat is an SSE comment every {@link heartbeatMs} and has no name. */
export interface ChatEvents {
  unanswered: Unanswered
}

/** Schema of each event's data. */
export const eventSchemas: { [Name in keyof ChatEvents]: z.ZodMiniType<ChatEvents[Name]> } = {
  unanswered: unansweredSchema,
}

/** Interval of the heartbeats of an idle stream. Two missed ones mean a dead or buffered stream. */
export const heartbeatMs = 15_000

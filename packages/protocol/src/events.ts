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

/** How often an idle stream says that it is alive. Two missed heartbeats mean a dead or buffered stream. */
export const heartbeatMs = 15_000

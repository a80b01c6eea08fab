import * as z from 'zod/mini'

/** Query of `GET /api/dashboard`. A user who does not see all gets the figures of their own contacts. */
export interface DashboardQuery {
  /** Unix time in milliseconds. */
  from: number
  /** Unix time in milliseconds, not in the period. At most 92 days after `from`. */
  to: number
  /** Time zone of the days, by its IANA name. @default 'UTC' */
  timeZone?: string | undefined
}

const timeSchema = z.coerce.number().check(z.int(), z.minimum(0))

/** Schema of {@link DashboardQuery}. */
export const dashboardQuerySchema: z.ZodMiniType<DashboardQuery> = z.object({
  from: timeSchema,
  to: timeSchema,
  timeZone: z.optional(z.string().check(z.maxLength(64), z.regex(/^[\w+/-]+$/))),
})

/**
 * Figures of one group of chats. The time to first reply is that from a customer's first message without a reply to the
 * message that replies to it; it counts for the group in which the customer wrote.
 */
export interface ReplyFigures {
  /** Messages from customers. */
  receivedCount: number
  /** Messages to customers. */
  sentCount: number
  /** Replies that were measured. */
  replyCount: number
  /** Median time to first reply; null without any. */
  medianMs: number | null
  /** 90th percentile of the time to first reply; null without any. */
  p90Ms: number | null
  /** Chats that wait at the end of the period. */
  unansweredCount: number
}

/** Response of `GET /api/dashboard`. */
export interface Dashboard {
  /** The whole period. */
  all: ReplyFigures
  /** Chats that waited at each time, at regular steps over the period. */
  unanswered: { at: number; count: number }[]
  /** Every day of the period, `2026-03-29`. */
  byDay: ({ day: string } & ReplyFigures)[]
  /** The vendor's channels with messages in the period. */
  byChannel: ({ channelId: string; chatType: string } & ReplyFigures)[]
  /** Users by their contacts; null for chats of strangers. */
  byUser: ({ userId: string | null } & ReplyFigures)[]
}

const figureFields = {
  receivedCount: z.number(),
  sentCount: z.number(),
  replyCount: z.number(),
  medianMs: z.nullable(z.number()),
  p90Ms: z.nullable(z.number()),
  unansweredCount: z.number(),
}

/** Schema of {@link Dashboard}. */
export const dashboardSchema: z.ZodMiniType<Dashboard> = z.object({
  all: z.object(figureFields),
  unanswered: z.array(z.object({ at: z.number(), count: z.number() })),
  byDay: z.array(z.object({ day: z.string(), ...figureFields })),
  byChannel: z.array(z.object({ channelId: z.string(), chatType: z.string(), ...figureFields })),
  byUser: z.array(z.object({ userId: z.nullable(z.string()), ...figureFields })),
})

import type { ReplyFigures } from '../../api/dashboard.ts'
import type { MessageCounts } from './readCounts.ts'
import type { Wait } from './readWaits.ts'

/**
 * Computes the figures of one group of chats.
 * @param parameters.from Unix time in milliseconds: replies count to customers who wrote from then on
 * @param parameters.to Unix time in milliseconds, for those who still wait then
 */
export function toFigures({
  counts,
  waits,
  from,
  to,
}: {
  counts: readonly MessageCounts[]
  waits: readonly Wait[]
  from: number
  to: number
}): ReplyFigures {
  const times = waits
    .flatMap(({ startedAt, endedAt }) =>
      startedAt >= from && startedAt < to && endedAt !== null ? [endedAt - startedAt] : [],
    )
    .sort((one, other) => one - other)
  return {
    receivedCount: sum(counts.map(({ received }) => received)),
    sentCount: sum(counts.map(({ sent }) => sent)),
    replyCount: times.length,
    medianMs: percentile(times, 0.5),
    p90Ms: percentile(times, 0.9),
    unansweredCount: waits.filter((wait) => isWaitingAt(wait, to)).length,
  }
}

/** Tells whether a customer waits at a time. */
export function isWaitingAt({ startedAt, endedAt }: Wait, at: number): boolean {
  return startedAt < at && (endedAt === null || endedAt >= at)
}

/** The smallest value that this share of all does not exceed. */
function percentile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

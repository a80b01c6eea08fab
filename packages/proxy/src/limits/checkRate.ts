import type { ProxyContext } from '../context.ts'
import { OperationError } from '../errors.ts'

/**
 * Counts a request of a user: in this process first, then in all of them.
 * @throws {OperationError} `rate_limited` where there were too many within a minute
 */
export async function checkRate({
  context: { counts, limits, others },
  limit,
  userId,
}: {
  context: Pick<ProxyContext, 'counts' | 'limits' | 'others'>
  limit: keyof ProxyContext['counts']
  userId: string
}): Promise<void> {
  const ownMs = counts[limit](userId)
  const key = `${limit} ${userId}`
  const waitMs = ownMs || ((await others?.count({ key, max: limits[limit], perMs: 60_000 })) ?? 0)
  if (waitMs === 0) return
  const message = 'This user has made too many of these requests within a minute.'
  throw new OperationError({ code: 'rate_limited', message, retryAfterMs: waitMs })
}

import type { Call } from '../../server/routes/route.ts'

/** Answers the way every route of this API does: `{data, meta:{timestamp}}`, the time in Unix seconds. */
export function answerData({ account, context }: Pick<Call, 'account' | 'context'>, data: unknown): Response {
  return context.json({ data, meta: { timestamp: toSeconds(account.clock.now()) } })
}

/** Unix milliseconds in whole seconds. */
export function toSeconds(ms: number): number {
  return Math.floor(ms / 1000)
}

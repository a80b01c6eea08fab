import type { Call } from '../../server/routes/route.ts'

/** Responds as every route of this API: `{data, meta:{timestamp}}`, with the time in Unix seconds. */
export function respondData({ account, context }: Pick<Call, 'account' | 'context'>, data: unknown): Response {
  return context.json({ data, meta: { timestamp: toSeconds(account.clock.now()) } })
}

/** Converts Unix milliseconds to whole seconds. */
export function toSeconds(ms: number): number {
  return Math.floor(ms / 1000)
}

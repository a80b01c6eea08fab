import * as z from 'zod'
import type { Clock } from '../clock.ts'
import { describeIssues } from '../describeIssues.ts'

/** Options that every backend has. */
export interface BackendOptions {
  /** @default globalThis.fetch */
  fetch?: typeof fetch
  /** Deadline of one request to the vendor. @default 10_000 */
  timeoutMs?: number
  /** Requests to the vendor within a time, all together; `false` for an account without a limit. @default the vendor's own limit */
  limit?: { requests: number; perMs: number } | false
  /** Time, for tests. */
  clock?: Clock
}

/** Address of a vendor. */
export const addressSchema = z.url({ protocol: /^https?$/ }).optional()

/** A key that a header can carry, or a function that returns one. */
export const accountKeySchema = z.custom(
  (key) => typeof key === 'function' || (typeof key === 'string' && /^[\x21-\x7e]+$/.test(key)),
  'must be a key of visible ASCII characters without spaces, or a function',
)

/** Lists what is wrong with a backend's options, without values. */
export function findProblems({
  name,
  options,
  schema,
}: {
  /** Name of the function that takes the options. */
  name: string
  options: object
  schema: z.ZodType
}): string[] {
  const result = schema.safeParse(options)
  return result.success ? [] : [`${name} has invalid options: ${describeIssues(result.error.issues)}`]
}

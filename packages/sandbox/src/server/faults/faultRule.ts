import * as z from 'zod'
import { faultSchema } from './fault.ts'

/** A fault and its conditions. It is deterministic: the same requests get the same faults. */
export const faultRuleSchema = z.strictObject({
  /** An operation, all operations of a vendor, e.g. `wazzup-v2.*`, or all as `*`. */
  operation: z.string().min(1).max(100),
  fault: faultSchema,
  /** A rule that is off neither counts nor hits. */
  on: z.boolean().default(true),
  /** Number of matches to let through first. */
  after: z.int().min(0).default(0),
  /** Number of matches to hit; `null` for all. */
  times: z.int().min(1).nullable().default(null),
  /** Matches only data with these values, e.g. `{body: {chatId: '79998887766'}}`, `{query: {offset: '0'}}`, `{userId: '7'}`. */
  match: z.record(z.string(), z.unknown()).optional(),
  /** Hits only this share of the matches, the same ones for the same seed. */
  schedule: z.strictObject({ seed: z.int(), share: z.number().min(0).max(1) }).optional(),
})

/** A rule, before validation. */
export type FaultRuleInput = z.input<typeof faultRuleSchema>
/** A rule with its defaults filled in. */
export type FaultRule = z.output<typeof faultRuleSchema>

/** A rule with its id and counts. */
export interface ActiveFaultRule extends FaultRule {
  id: string
  /** Number of requests or values that matched. */
  seen: number
  /** Number of hits. */
  hits: number
}

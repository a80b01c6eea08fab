import * as z from 'zod'
import { faultSchema } from './fault.ts'

/** A fault and when it happens. It is deterministic: the same requests get the same faults. */
export const faultRuleSchema = z.strictObject({
  /** An operation, all of a vendor as `wazzup-v2.*`, or everything as `*`. */
  operation: z.string().min(1).max(100),
  fault: faultSchema,
  /** Off, it is kept, and neither counts nor hits. */
  on: z.boolean().default(true),
  /** Number of matches to let through first. */
  after: z.int().min(0).default(0),
  /** Number of matches to hit; `null` for all. */
  times: z.int().min(1).nullable().default(null),
  /** Only what has these values, e.g. `{body: {chatId: '79998887766'}}`, `{query: {offset: '0'}}`, `{userId: '7'}`. */
  match: z.record(z.string(), z.unknown()).optional(),
  /** Hits this share of what it would hit, always the same ones for the same seed. */
  schedule: z.strictObject({ seed: z.int(), share: z.number().min(0).max(1) }).optional(),
})

/** A rule as it is given. */
export type FaultRuleInput = z.input<typeof faultRuleSchema>
/** A rule with nothing left open. */
export type FaultRule = z.output<typeof faultRuleSchema>

/** A rule at work. */
export interface ActiveFaultRule extends FaultRule {
  id: string
  /** Number of requests or values that matched. */
  seen: number
  /** Number of hits. */
  hits: number
}

import * as z from 'zod'

/** The speed of an account's time. */
export const clockModeSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('real') }),
  /** Time stands still, at `at` (Unix milliseconds) if given. */
  z.strictObject({ mode: z.literal('frozen'), at: z.int().min(0).optional() }),
  /** Time passes `factor` times as fast. */
  z.strictObject({ mode: z.literal('scaled'), factor: z.number().positive().max(1_000_000) }),
])
/** The speed of an account's time. */
export type ClockMode = z.output<typeof clockModeSchema>

const sourceSchema = z.custom<() => number>((value) => typeof value === 'function', 'must be a function or a mode')

/** The speed of time, or a function that returns Unix milliseconds. */
export const clockOptionsSchema = z.union([clockModeSchema, sourceSchema])
/** The speed of time, or a function that returns Unix milliseconds. */
export type ClockOptions = z.output<typeof clockOptionsSchema>

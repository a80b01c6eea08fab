import * as z from 'zod/mini'

/** Red: the user is responsible for an unanswered chat. Grey: only others are. Null: nothing is unanswered. */
export type Tone = 'red' | 'grey' | null

/** Place of a value among all values of its user. */
interface ValueOrder {
  /**
   * Run of numbers that `seq` belongs to. A later run has a higher epoch; a restarted proxy begins a new run. 0 where
   * values have no order, as in the vendor's own socket events: then the one that arrives last is the newest.
   */
  epoch: number
  /** Rises with each value of one epoch. */
  seq: number
}

/**
 * Number of messages of the user's chats that have no reply yet. Opening a chat does not clear it, a reply does.
 * `live` is the vendor's current value, `stale` its last one. `unknown`: the vendor has not sent one, which is not 0.
 */
export type Unanswered = ValueOrder &
  (
    | { status: 'live' | 'stale'; count: number; tone: Tone; at: string }
    | { status: 'unknown'; count: null; tone: null; at: null }
  )

const natural = z.int().check(z.minimum(0))
const order = { epoch: natural, seq: natural }

/** A status with a number: a word of a newer proxy counts as `stale`, so that its number is not shown as the current one. */
const withNumber = z.string().check(
  z.regex(/^(?!unknown$)/),
  z.overwrite((word) => (word === 'live' ? word : 'stale')),
)
const withoutNumber = z.string().check(
  z.regex(/^(?!(live|stale)$)/),
  z.overwrite(() => 'unknown'),
)
/** A tone of a newer proxy counts as `grey`, so that its number is not shown as the user's own. */
const tone = z.string().check(z.overwrite((word) => (word === 'red' ? word : 'grey')))

/**
 * Schema of {@link Unanswered}: of the response of `GET /unanswered` without its user, and of the data of the `unanswered`
 * event. Fields and words of a newer proxy do no harm.
 */
export const unansweredSchema = z.union([
  z.object({ ...order, status: withNumber, count: natural, tone: z.nullable(tone), at: z.iso.datetime() }),
  z.object({ ...order, status: withoutNumber, count: z.null(), tone: z.null(), at: z.null() }),
]) as unknown as z.ZodMiniType<Unanswered> // Other words than those of the type have been overwritten.

/** Response of `GET /unanswered`: the value, and whose it is. */
export type UnansweredResponse = Unanswered & { userId: string }

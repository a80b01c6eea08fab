import * as z from 'zod/mini'

/** Red: the user is responsible for an unanswered chat. Grey: only others are. Null: nothing is unanswered. */
export type Tone = 'red' | 'grey' | null

/**
 * Number of messages of the user's chats that have no reply yet. Opening a chat does not clear it, a reply does.
 * `live` is the vendor's current value, `stale` its last one. `unknown`: the vendor has not sent one, which is not 0.
 */
export type UnansweredCount =
  | { status: 'live' | 'stale'; count: number; tone: Tone; at: string }
  | { status: 'unknown'; count: null; tone: null; at: null }

/** Place of a value among all values of its user. */
export interface UnansweredOrder {
  /** Run of numbers that `seq` belongs to. A later run has a higher epoch; a restarted proxy begins a new run. */
  epoch: number
  /** Rises with each value of one epoch. */
  seq: number
}

/** A count and its place in the order of counts. */
export type Unanswered = UnansweredCount & UnansweredOrder

const natural = z.int().check(z.minimum(0))
const known = {
  status: z.enum(['live', 'stale']),
  count: natural,
  tone: z.nullable(z.enum(['red', 'grey'])),
  at: z.iso.datetime(),
}
const unknown = { status: z.literal('unknown'), count: z.null(), tone: z.null(), at: z.null() }
const order = { epoch: natural, seq: natural }

/** Schema of {@link UnansweredCount}. */
export const unansweredCountSchema: z.ZodMiniType<UnansweredCount> = z.discriminatedUnion('status', [
  z.object(known),
  z.object(unknown),
])

/** Schema of {@link Unanswered}: response of `GET /unanswered` and data of the `unanswered` event. */
export const unansweredSchema: z.ZodMiniType<Unanswered> = z.discriminatedUnion('status', [
  z.object({ ...known, ...order }),
  z.object({ ...unknown, ...order }),
])

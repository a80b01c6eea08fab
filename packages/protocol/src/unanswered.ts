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

/** Schema of {@link UnansweredCount}. Fields and words of a newer proxy do no harm. */
export const unansweredCountSchema: z.ZodMiniType<UnansweredCount> = z.pipe(
  z.transform(toKnownWords),
  z.discriminatedUnion('status', [z.object(known), z.object(unknown)]),
)

/** Schema of {@link Unanswered}: response of `GET /unanswered` and data of the `unanswered` event. */
export const unansweredSchema: z.ZodMiniType<Unanswered> = z.pipe(
  z.transform(toKnownWords),
  z.discriminatedUnion('status', [z.object({ ...known, ...order }), z.object({ ...unknown, ...order })]),
)

const statuses: unknown[] = ['live', 'stale', 'unknown']
const tones: unknown[] = ['red', 'grey']

/** Replaces words of a newer proxy: its number is shown, but neither as the current one nor as the user's own. */
function toKnownWords(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input
  const value: { status?: unknown; tone?: unknown; count?: unknown } = input
  const status = isNewWord({ word: value.status, known: statuses }) ? 'stale' : value.status
  const tone = isNewWord({ word: value.tone, known: tones }) ? 'grey' : value.tone
  if (status !== value.status && value.count === null) return { ...value, status: 'unknown', tone: null, at: null }
  return { ...value, status, tone }
}

function isNewWord({ word, known }: { word: unknown; known: unknown[] }): boolean {
  return typeof word === 'string' && !known.includes(word)
}

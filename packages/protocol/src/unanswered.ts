import * as z from 'zod/mini'

/** Red: the user is responsible for an unanswered chat. Grey: only others are. Null: nothing is unanswered. */
export type Tone = 'red' | 'grey' | null

/**
 * How many messages of the user's chats have no reply yet. Opening a chat does not clear it, a reply does.
 * `live` is the vendor's word now, `stale` its last word, `unknown` means that it has not said anything: not 0.
 */
export type Unanswered =
  | { status: 'live' | 'stale'; count: number; tone: Tone; seq: number; at: string }
  | { status: 'unknown'; count: null; tone: null; seq: number; at: null }

const seq = z.int().check(z.minimum(0))

/** Schema of {@link Unanswered}: answer of `GET /unanswered` and data of the `unanswered` event. */
export const unansweredSchema: z.ZodMiniType<Unanswered> = z.discriminatedUnion('status', [
  z.object({
    status: z.enum(['live', 'stale']),
    count: z.int().check(z.minimum(0)),
    tone: z.nullable(z.enum(['red', 'grey'])),
    /** Rises with each value from one proxy process: the higher one is the newer one. */
    seq,
    at: z.iso.datetime(),
  }),
  z.object({ status: z.literal('unknown'), count: z.null(), tone: z.null(), seq, at: z.null() }),
])

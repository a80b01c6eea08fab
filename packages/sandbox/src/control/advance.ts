import { Hono } from 'hono'
import * as z from 'zod'
import type { Store } from '../store/store.ts'
import { readInput } from './readInput.ts'

const yearMs = 366 * 24 * 60 * 60 * 1000
const advanceSchema = z.object({ ms: z.int().positive().max(yearMs) })

/** `POST /_sandbox/clock/advance`: moves the sandbox's time forward, e.g. past the end of a link. */
export function advance({ store }: { store: Store }): Hono {
  return new Hono({ strict: false }).post('/clock/advance', async (context) => {
    const input = await readInput(context, advanceSchema)
    if (!input.ok) return input.refusal
    store.clock.advance(input.body.ms)
    return context.json({ now: new Date(store.clock.now()).toISOString() })
  })
}

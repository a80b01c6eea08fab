import { Hono } from 'hono'
import * as z from 'zod'
import { answerError } from '../server/http/answerError.ts'
import { readJson } from '../server/http/readJson.ts'
import type { Store } from '../store/store.ts'
import { notJson, refuseBody } from '../vendors/wazzup-v2/refuseBody.ts'

const yearMs = 366 * 24 * 60 * 60 * 1000
const advanceSchema = z.object({ ms: z.int().positive().max(yearMs) })

/** `POST /_sandbox/clock/advance`: moves the sandbox's time forward, e.g. past the end of a link. */
export function advance({ store }: { store: Store }): Hono {
  return new Hono({ strict: false }).post('/clock/advance', async (context) => {
    const body = await readJson(context)
    if (body === undefined) return answerError(context, notJson)
    const request = advanceSchema.safeParse(body)
    if (!request.success) return answerError(context, refuseBody(request.error))
    store.clock.advance(request.data.ms)
    return context.json({ now: new Date(store.clock.now()).toISOString() })
  })
}

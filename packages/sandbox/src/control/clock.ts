import { Hono } from 'hono'
import * as z from 'zod'
import type { Account } from '../server/account.ts'
import { clockModeSchema } from '../store/clock/clockOptions.ts'
import { readInput } from './readInput.ts'

const yearMs = 366 * 24 * 60 * 60 * 1000
const advanceSchema = z.object({ ms: z.int().positive().max(yearMs) })

/**
 * The account's clock: `GET` and `PUT /_sandbox/clock` for its time and mode, `POST /_sandbox/clock/advance {ms}` moves it
 * forward, e.g. past the expiry of a link.
 */
export function clock({ account }: { account: Account }): Hono {
  const { now, mode, setMode, advance } = account.clock
  const toTime = () => ({ now: new Date(now()).toISOString() })
  return new Hono({ strict: false })
    .get('/clock', (context) => context.json({ ...toTime(), ...mode() }))
    .put('/clock', async (context) => {
      const input = await readInput(context, clockModeSchema)
      if (!input.ok) return input.refusal
      setMode(input.body)
      return context.json({ ...toTime(), ...mode() })
    })
    .post('/clock/advance', async (context) => {
      const input = await readInput(context, advanceSchema)
      if (!input.ok) return input.refusal
      advance(input.body.ms)
      return context.json(toTime())
    })
}

import { Hono } from 'hono'
import type { Account } from '../server/account.ts'
import { clockModeSchema } from '../store/clock/clockOptions.ts'
import { readInput } from './readInput.ts'

/** `GET` and `PUT /_sandbox/clock`: what time it is, and how it passes. */
export function clock({ account }: { account: Account }): Hono {
  const { now, mode, setMode } = account.clock
  const tell = () => ({ now: new Date(now()).toISOString(), ...mode() })
  return new Hono({ strict: false })
    .get('/clock', (context) => context.json(tell()))
    .put('/clock', async (context) => {
      const input = await readInput(context, clockModeSchema)
      if (!input.ok) return input.refusal
      setMode(input.body)
      return context.json(tell())
    })
}

import { Hono } from 'hono'
import * as z from 'zod'
import type { Account } from '../server/account.ts'
import { readInput, refuseOption } from './readInput.ts'

const switchSchema = z.strictObject({ on: z.boolean() })

/** `GET /_sandbox/quirks` and `PUT /_sandbox/quirks/:name {on}`: lists and switches quirks. */
export function quirks({ account }: { account: Account }): Hono {
  return new Hono({ strict: false })
    .get('/quirks', (context) => context.json({ quirks: account.quirks.list() }))
    .put('/quirks/:name', async (context) => {
      const input = await readInput(context, switchSchema)
      if (!input.ok) return input.refusal
      return refuseOption(context, () => {
        account.quirks.set(account.quirks.parseName(context.req.param('name')), input.body.on)
        return context.json({ quirks: account.quirks.list() })
      })
    })
}

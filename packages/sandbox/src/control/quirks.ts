import { Hono } from 'hono'
import * as z from 'zod'
import type { Account } from '../server/account.ts'
import { readInput } from './readInput.ts'
import { refuseOption } from './refuseOption.ts'

const switchSchema = z.strictObject({ on: z.boolean() })

/** `GET /_sandbox/quirks` and `PUT /_sandbox/quirks/:name {on}`: which form is answered where documents differ. */
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

import { Hono } from 'hono'
import * as z from 'zod'
import type { Account } from '../server/account.ts'
import { faultRuleSchema } from '../server/faults/faultRule.ts'
import { respondError } from '../server/http/respondError.ts'
import { readInput, refuseOption } from './readInput.ts'

const switchSchema = z.strictObject({ on: z.boolean() })

/** `GET`, `POST` and `DELETE /_sandbox/faults`, `PATCH` and `DELETE …/:id`: fault rules and how often each has hit. */
export function faults({ account }: { account: Account }): Hono {
  return new Hono({ strict: false })
    .get('/faults', (context) =>
      context.json({ faults: account.faults.list(), operations: account.faults.operations() }),
    )
    .post('/faults', async (context) => {
      const input = await readInput(context, faultRuleSchema)
      if (!input.ok) return input.refusal
      return refuseOption(context, () => context.json(account.faults.add(input.body), 201))
    })
    .delete('/faults', (context) => {
      account.faults.clear()
      return context.json({ faults: [] })
    })
    .patch('/faults/:id', async (context) => {
      const input = await readInput(context, switchSchema)
      if (!input.ok) return input.refusal
      if (!account.faults.set(context.req.param('id'), input.body.on)) return respondError(context, noSuchFault)
      return context.json({ faults: account.faults.list() })
    })
    .delete('/faults/:id', (context) => {
      if (account.faults.remove(context.req.param('id'))) return context.json({ faults: account.faults.list() })
      return respondError(context, noSuchFault)
    })
}

const noSuchFault = { status: 404, code: 'FAULT_NOT_FOUND', description: 'There is no such fault.' } as const

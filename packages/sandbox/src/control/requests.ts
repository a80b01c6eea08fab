import { Hono } from 'hono'
import * as z from 'zod'
import type { Account } from '../server/account.ts'
import { verdicts } from '../server/journal/createJournal.ts'
import { explained } from '../store/input/explainIssue.ts'
import { refuseInput } from './readInput.ts'

const filterSchema = z.strictObject({
  account: z.string().optional(),
  operation: z.string().optional(),
  verdict: z.enum(verdicts).optional(),
  after: z.coerce.number().int().min(0).optional(),
})

/** `GET /_sandbox/requests?operation=&verdict=&after=`: lists the latest requests to the vendors; `DELETE` clears the list. */
export function requests({ account }: { account: Account }): Hono {
  return new Hono({ strict: false })
    .get('/requests', (context) => {
      const filter = filterSchema.safeParse(context.req.query(), explained)
      if (!filter.success) return refuseInput(context, filter.error)
      const { account: _, ...criteria } = filter.data
      return context.json({ requests: account.journal.list(criteria) })
    })
    .delete('/requests', (context) => {
      account.journal.clear()
      return context.json({ requests: [] })
    })
}

import { Hono } from 'hono'
import { customerSchema, listCustomers, saveCustomer } from '../store/entities/customers.ts'
import type { Store } from '../store/store.ts'
import { readInput } from './readInput.ts'

/**
 * `GET` and `PUT /_sandbox/customers`: the standing of customers, e.g. `{chatType, chatId, standing: "reportedSpam"}`.
 * Unlisted customers are reachable.
 */
export function customers({ store }: { store: Store }): Hono {
  return new Hono({ strict: false })
    .get('/customers', async (context) => context.json({ customers: await listCustomers(store) }))
    .put('/customers', async (context) => {
      const input = await readInput(context, customerSchema)
      if (!input.ok) return input.refusal
      await saveCustomer(store, input.body)
      return context.json({ customers: await listCustomers(store) })
    })
}

import { Hono } from 'hono'
import { type CustomerInput, customerSchema, listCustomers, saveCustomer } from '../store/entities/customers.ts'
import { InvalidOptionError } from '../store/errors.ts'
import type { Store } from '../store/store.ts'
import { refuseBody } from '../vendors/wazzup-v2/refuseBody.ts'
import { readInput } from './readInput.ts'

/**
 * `GET` and `PUT /_sandbox/customers`: how customers stand to the company, e.g. `{chatType, chatId, standing:
 * "reportedSpam"}`. Those not listed are reachable.
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

/** Says how a customer stands to the company, without HTTP. @throws {InvalidOptionError} */
export async function simulateCustomer(store: Store, customer: CustomerInput): Promise<void> {
  const parsed = customerSchema.safeParse(customer)
  if (!parsed.success) throw new InvalidOptionError(`simulate.customer: ${refuseBody(parsed.error).description}`)
  await saveCustomer(store, parsed.data)
}

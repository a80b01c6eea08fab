import { describeIssues } from '../../server/http/describeIssues.ts'
import { type CustomerInput, customerSchema, saveCustomer } from '../../store/entities/customers.ts'
import { InvalidOptionError } from '../../store/errors.ts'
import type { Store } from '../../store/store.ts'

/** Sets a customer's standing, e.g. that they reported the company for spam. @throws {InvalidOptionError} */
export async function simulateCustomer(store: Store, customer: CustomerInput): Promise<void> {
  const parsed = customerSchema.safeParse(customer)
  if (!parsed.success)
    throw new InvalidOptionError(`simulate.customer: ${describeIssues({ error: parsed.error, whole: 'body' })}`)
  await saveCustomer(store, parsed.data)
}

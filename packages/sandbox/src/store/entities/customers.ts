import * as z from 'zod'
import { type Chat, chatSchema } from '../chatTypes.ts'
import { keepUntilReset } from '../keepUntilReset.ts'
import { customerStandings, customers } from '../schema.ts'
import type { Store } from '../store.ts'

/**
 * A customer's standing: `reachable` · `noAccount`: the messenger has no such number or name · `accountDeleted`: the
 * account existed and was deleted · `reportedSpam`: the customer reported the company's messages as spam.
 */
export type CustomerStanding = (typeof customerStandings)[number]

/** A customer, and how he stands to the company. */
export const customerSchema = z.intersection(chatSchema, z.object({ standing: z.enum(customerStandings) }))
/** A customer, and how he stands to the company. */
export type Customer = z.output<typeof customerSchema>
/** A customer as he is named. */
export type CustomerInput = z.input<typeof customerSchema>

const kept = keepUntilReset(async ({ database }) => {
  const rows = await database.select().from(customers)
  return new Map(rows.map((row) => [toKey(row), row]))
})

/** A customer's standing; only those that differ from the default are stored. */
export async function getStanding(store: Store, chat: Chat): Promise<CustomerStanding> {
  return (await kept.get(store)).get(toKey(chat))?.standing ?? 'reachable'
}

/** Writes down how a customer stands to the company. */
export async function saveCustomer(store: Store, { chatType, chatId, standing }: Customer): Promise<void> {
  await store.database
    .insert(customers)
    .values({ chatType, chatId, standing })
    .onConflictDoUpdate({ target: [customers.chatType, customers.chatId], set: { standing } })
  kept.forget(store)
}

/** The customers of whom something was written down. */
export async function listCustomers(store: Store): Promise<Customer[]> {
  return [...(await kept.get(store)).values()]
}

function toKey({ chatType, chatId }: Chat): string {
  return `${chatType} ${chatId}`
}

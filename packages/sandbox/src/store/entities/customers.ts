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

/** A customer and their standing. */
export const customerSchema = z.intersection(chatSchema, z.object({ standing: z.enum(customerStandings) }))
/** A customer and their standing. */
export type Customer = z.output<typeof customerSchema>
/** A customer and their standing, before validation. */
export type CustomerInput = z.input<typeof customerSchema>

const kept = keepUntilReset(async ({ database }) => {
  const rows = await database.select().from(customers)
  return new Map(rows.map((row) => [toKey(row), row]))
})

/** A customer's standing, `reachable` unless another one was saved, or the number is nobody's. */
export async function getStanding(store: Store, chat: Chat): Promise<CustomerStanding> {
  return (await kept.get(store)).get(toKey(chat))?.standing ?? (isNobodys(chat) ? 'noAccount' : 'reachable')
}

/** No phone number begins with 0 or with 999, which is no country. */
function isNobodys({ chatType, chatId }: Chat): boolean {
  return (chatType === 'whatsapp' || chatType === 'viber') && /^(0|999)/.test(chatId)
}

/** Saves a customer's standing. */
export async function saveCustomer(store: Store, { chatType, chatId, standing }: Customer): Promise<void> {
  await store.database
    .insert(customers)
    .values({ chatType, chatId, standing })
    .onConflictDoUpdate({ target: [customers.chatType, customers.chatId], set: { standing } })
  kept.forget(store)
  store.changes.publish({ kind: 'customers' })
}

/** The customers whose standing was saved. */
export async function listCustomers(store: Store): Promise<Customer[]> {
  return [...(await kept.get(store)).values()]
}

function toKey({ chatType, chatId }: Chat): string {
  return `${chatType} ${chatId}`
}

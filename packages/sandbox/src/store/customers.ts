import * as z from 'zod'
import { chatSchema } from '../channels/chatTypes.ts'
import type { Chat } from './chats.ts'
import type { Store } from './openStore.ts'
import { customerStandings, customers } from './tables/customers.ts'

/**
 * How a customer stands to the company: `reachable` · `noAccount`: the messenger knows nobody of this number or name ·
 * `accountDeleted`: there was such an account, and nothing is known of it any more · `reportedSpam`: has marked what the
 * company writes as spam.
 */
export type CustomerStanding = (typeof customerStandings)[number]

/** A customer, and how he stands to the company. */
export const customerSchema = z.intersection(chatSchema, z.object({ standing: z.enum(customerStandings) }))
/** A customer, and how he stands to the company. */
export type Customer = z.output<typeof customerSchema>
/** A customer as he is named. */
export type CustomerInput = z.input<typeof customerSchema>

/** How a customer stands to the company; of most of them nothing is written down. */
export async function getStanding({ client }: Pick<Store, 'client'>, chat: Chat): Promise<CustomerStanding> {
  // Spelled out, since it happens to every message: see insertAnswer.ts.
  const { rows } = await client.execute({
    sql: 'SELECT standing FROM customers WHERE chat_type = ? AND chat_id = ?',
    args: [chat.chatType, chat.chatId],
  })
  return rows[0] ? z.enum(customerStandings).parse(rows[0].standing) : 'reachable'
}

/** Writes down how a customer stands to the company. */
export async function saveCustomer({ database }: Store, { chatType, chatId, standing }: Customer): Promise<void> {
  await database
    .insert(customers)
    .values({ chatType, chatId, standing })
    .onConflictDoUpdate({ target: [customers.chatType, customers.chatId], set: { standing } })
}

/** The customers of whom something was written down. */
export function listCustomers({ database }: Store): Promise<Customer[]> {
  return database.select().from(customers)
}

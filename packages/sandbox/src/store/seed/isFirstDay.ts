import { chats, contacts, users } from '../schema.ts'
import type { Store } from '../store.ts'

/** True while nothing has been added to an account, so that a seed does not come twice. */
export async function isFirstDay({ database }: Store): Promise<boolean> {
  const [found] = await database
    .batch([
      database.select({ id: users.id }).from(users).limit(1),
      database.select({ id: contacts.id }).from(contacts).limit(1),
      database.select({ id: chats.chatId }).from(chats).limit(1),
    ])
    .then((results) => results.flat())
  return found === undefined
}

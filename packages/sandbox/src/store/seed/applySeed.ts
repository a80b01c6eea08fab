import { toUuid } from '../createIds.ts'
import { ensureDefaultRows } from '../defaultRows.ts'
import { emptyTables } from '../dump/dumps.ts'
import { changeAccountSettings } from '../entities/accountSettings.ts'
import { getChannelOf } from '../entities/channels.ts'
import { ensureChats } from '../entities/chats.ts'
import { saveContacts } from '../entities/contacts.ts'
import { saveCustomer } from '../entities/customers.ts'
import { markRepliedUpTo } from '../entities/replied.ts'
import { everyChannel, saveRoles } from '../entities/roles.ts'
import { saveUsers } from '../entities/users.ts'
import { channels, chats, contacts, messages, users } from '../schema.ts'
import type { Store } from '../store.ts'
import type { Seed } from './seedSchema.ts'

const minuteMs = 60_000

/** Fills an account that is empty. The same seed always gives the same ids. */
export async function applySeed(store: Store, seed: Seed): Promise<void> {
  if (seed.channels) {
    await store.database.delete(channels)
    if (seed.channels.length > 0) await store.database.insert(channels).values(seed.channels)
  }
  await saveUsers(store, seed.users)
  await saveRoles(
    store,
    seed.users.flatMap(({ id, role }) =>
      role ? [{ userId: id, channelId: everyChannel, role, allowGetNewClients: true }] : [],
    ),
  )
  await saveContacts(store, seed.contacts)
  await changeAccountSettings(store, seed.settings)
  for (const customer of seed.customers) await saveCustomer(store, customer)
  const nextId = createSeedIds()
  for (const chat of seed.chats) await seedChat({ store, chat, nextId })
}

async function seedChat({
  store,
  chat,
  nextId,
}: {
  store: Store
  chat: Seed['chats'][number]
  nextId: () => string
}): Promise<void> {
  const { chatType, chatId, name } = chat
  await ensureChats(store, [{ chatType, chatId, name }])
  const channelId = chat.channelId ?? (await getChannelOf(store.database, { chatType, chatId }))?.channelId ?? ''
  const last = chat.messages.length
  const rows = chat.messages.map(({ from, minutesAgo, author, text, content }, index) => ({
    messageId: nextId(),
    chatType,
    chatId,
    channelId,
    direction: from === 'customer' ? ('incoming' as const) : ('outgoing' as const),
    text,
    content,
    status: from === 'customer' ? ('inbound' as const) : ('read' as const),
    authorName: author ?? (from === 'customer' ? name : undefined),
    sentAt: store.clock.now() - Math.round((minutesAgo ?? last - index) * minuteMs),
  }))
  if (rows.length === 0) return
  const added = await store.database.insert(messages).values(rows).returning()
  const reply = added.findLast(({ direction }) => direction === 'outgoing')
  if (!reply) return
  await markRepliedUpTo(store.database, { chatType, chatId, messageId: reply.messageId })
}

/** Creates a sequence of ids in the vendor's form, the same every time. */
function createSeedIds(): () => string {
  let count = 0
  return () => toUuid(`seed ${++count}`)
}

/** True while nothing has been added to an account, so that a seed is applied once. */
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

/** Restores the initial data of an account. Links stay valid until they expire. */
export async function resetStore({ store, seed }: { store: Store; seed?: Seed | undefined }): Promise<void> {
  await emptyTables(store)
  await ensureDefaultRows(store.database)
  if (seed) await applySeed(store, seed)
  store.changes.publish({ kind: 'reset' })
}

import { changeAccountSettings } from '../entities/accountSettings.ts'
import { answerUpTo } from '../entities/answered.ts'
import { getChannelOf } from '../entities/channels.ts'
import { ensureChats } from '../entities/chats.ts'
import { saveContacts } from '../entities/contacts.ts'
import { saveCustomer } from '../entities/customers.ts'
import { everyChannel, saveRoles } from '../entities/roles.ts'
import { saveUsers } from '../entities/users.ts'
import { channels, messages } from '../schema.ts'
import type { Store } from '../store.ts'
import { createSeedIds } from './createSeedIds.ts'
import type { Seed } from './seedSchema.ts'

const minuteMs = 60_000

/** Fills an account that is on its first day. The same seed always gives the same ids. */
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
  const answer = added.findLast(({ direction }) => direction === 'outgoing')
  if (!answer) return
  await answerUpTo(store.database, { chatType, chatId, messageId: answer.messageId })
}

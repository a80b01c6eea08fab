import { describe, expect, it } from 'vitest'
import { ann, bob } from '../../../test/fixtures/people.ts'
import { openTestStore } from '../../../test/openTestStore.ts'
import type { UserRole } from '../schema.ts'
import type { Store } from '../store.ts'
import { addIncoming } from './addIncoming.ts'
import { listChats } from './chats.ts'
import { saveContacts } from './contacts.ts'
import { markAllReplied, markReplied } from './replied.ts'
import { everyChannel, replaceRoles, saveRoles } from './roles.ts'
import { countRecentUnanswered, countUnanswered } from './unanswered.ts'

const role = (fields: Partial<UserRole>): UserRole => ({
  userId: '7',
  channelId: everyChannel,
  role: 'seller',
  allowGetNewClients: true,
  ...fields,
})

/** Ann is user 7's, Bob is user 8's, and nobody is responsible for the third. */
async function openBusyStore(): Promise<Store> {
  const store = await openTestStore()
  await saveContacts(store, [
    { id: 1, name: 'Ann', responsibleUserId: '7', chats: [ann] },
    { id: 2, name: 'Bob', responsibleUserId: '8', chats: [bob] },
  ])
  await addIncoming(store, { ...ann, channelId: 'whatsapp-1', text: 'One' })
  await addIncoming(store, { ...bob, channelId: 'telegram-1', text: 'Two' })
  await addIncoming(store, { ...bob, channelId: 'telegram-1', text: 'Three' })
  await addIncoming(store, { chatType: 'vk', chatId: 'stranger', channelId: 'vk-1', text: 'Four' })
  return store
}

async function countAll(store: Store, userId: string): Promise<unknown> {
  const { count, tone } = await countRecentUnanswered(store, userId)
  return { total: await countUnanswered(store.database, userId), count, tone }
}

describe('the unanswered counter of a role', () => {
  it('counts a seller’s own and new clients, all red', async () => {
    const store = await openBusyStore()
    expect(await countAll(store, '7')).toEqual({ total: 2, count: 2, tone: 'red' })
    await saveRoles(store, [role({ allowGetNewClients: false })])
    expect(await countAll(store, '7')).toEqual({ total: 1, count: 1, tone: 'red' })
  })

  it('counts all clients for a manager, red while one of their own waits, then grey', async () => {
    const store = await openBusyStore()
    await saveRoles(store, [role({ role: 'manager' })])
    expect(await countAll(store, '7')).toEqual({ total: 4, count: 1, tone: 'red' })
    await markReplied(store, ann)
    expect(await countAll(store, '7')).toEqual({ total: 3, count: 3, tone: 'grey' })
  })

  it('counts all clients for an auditor, all grey', async () => {
    const store = await openBusyStore()
    await saveRoles(store, [role({ role: 'auditor' })])
    expect(await countAll(store, '7')).toEqual({ total: 4, count: 4, tone: 'grey' })
  })

  it('counts nothing for a user without a role', async () => {
    const store = await openBusyStore()
    await saveRoles(store, [role({ role: 'none' })])
    expect(await countAll(store, '7')).toEqual({ total: 0, count: 0, tone: null })
    expect(await listChats(store.database, { userId: '7' })).toEqual([])
  })

  it('differs by channel, and a role for one channel overrides the general one', async () => {
    const store = await openBusyStore()
    await saveRoles(store, [role({ role: 'none' }), role({ role: 'auditor', channelId: 'telegram-1' })])
    expect(await countAll(store, '7')).toEqual({ total: 2, count: 2, tone: 'grey' })
    await replaceRoles(store, [role({ role: 'auditor', channelId: 'telegram-1' })])
    expect(await countAll(store, '7')).toEqual({ total: 4, count: 2, tone: 'red' })
  })
})

describe('no reply needed', () => {
  it('clears one dialogue until the customer writes again', async () => {
    const store = await openBusyStore()
    expect(await markReplied(store, bob)).toBe(true)
    expect(await countUnanswered(store.database, '8')).toBe(1)
    await addIncoming(store, { ...bob, channelId: 'telegram-1', text: 'Five' })
    expect(await countUnanswered(store.database, '8')).toBe(2)
    expect(await markReplied(store, { chatType: 'vk', chatId: 'nobody' })).toBe(false)
  })

  it('can be set for the whole account', async () => {
    const store = await openBusyStore()
    await markAllReplied(store)
    expect([await countUnanswered(store.database, '7'), await countUnanswered(store.database, '8')]).toEqual([0, 0])
  })
})

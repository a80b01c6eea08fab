import { expect, it, onTestFinished } from 'vitest'
import type { Contact } from '../../api/contact.ts'
import type { Actor } from '../../api/role.ts'
import { eachContact, listContacts } from '../contacts/listContacts.ts'
import { listDeals } from '../deals/listDeals.ts'
import type { Database } from '../store/schema.ts'
import { openSeededStore } from './openSeededStore.ts'
import type { SeedSize } from './seedStore.ts'

const erin: Actor = { id: 'erin', role: 'admin' }
const now = Date.UTC(2030, 0, 1)

async function open(size: Partial<SeedSize> = {}): Promise<Database> {
  const { database, close } = await openSeededStore(':memory:', { now, ...size })
  onTestFinished(close)
  return database
}

async function readAll(database: Database): Promise<Contact[]> {
  const contacts: Contact[] = []
  for await (const some of eachContact(database, { user: erin, query: {} })) contacts.push(...some)
  return contacts
}

it('seeds the same contacts every time', async () => {
  expect(await readAll(await open())).toEqual(await readAll(await open()))
})

it('gives every contact a chat, and no chat to two contacts', async () => {
  const contacts = await readAll(await open({ contacts: 1_500 }))
  const chats = contacts.flatMap((contact) => contact.chats.map(({ chatType, chatId }) => `${chatType}:${chatId}`))
  expect(contacts.filter((contact) => contact.chats.length === 0)).toEqual([])
  expect(new Set(chats).size).toBe(chats.length)
})

it('fills a database with as many contacts and deals as asked for', async () => {
  const database = await open({ contacts: 1_200, deals: 600 })
  expect((await listContacts(database, { user: erin, query: {} })).total).toBe(1_200)
  expect((await listDeals(database, { user: erin, query: {} })).total).toBe(600)
})

it('seeds a past, and nothing that is yet to happen', async () => {
  const deals = await listDeals(await open(), { user: erin, query: {} })
  expect(deals.items.filter(({ createdAt, updatedAt }) => createdAt > updatedAt || updatedAt > now)).toEqual([])
  expect(deals.items.filter(({ stage }) => stage === 'won').every(({ closedAt }) => closedAt !== null)).toBe(true)
})

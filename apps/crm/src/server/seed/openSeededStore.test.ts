import { expect, it, onTestFinished } from 'vitest'
import { listAllContacts } from '../contacts/contacts.ts'
import type { OwnedContact } from '../store/schema.ts'
import { openSeededStore } from './openSeededStore.ts'

async function getSeededContacts(): Promise<OwnedContact[]> {
  const { database, close } = await openSeededStore(':memory:')
  onTestFinished(close)
  return listAllContacts(database)
}

it('seeds the same contacts every time', async () => {
  expect(await getSeededContacts()).toEqual(await getSeededContacts())
})

it('gives every contact a chat, and no chat to two contacts', async () => {
  const contacts = await getSeededContacts()
  const chats = contacts.flatMap((contact) => contact.chats.map(({ chatType, chatId }) => `${chatType}:${chatId}`))
  expect(contacts.filter((contact) => contact.chats.length === 0)).toEqual([])
  expect(new Set(chats).size).toBe(chats.length)
})

import { expect, it, onTestFinished } from 'vitest'
import { listAllContacts } from '../contacts/contacts.ts'
import { openStore } from './openStore.ts'

async function freshContacts() {
  const { database, close } = await openStore(':memory:')
  onTestFinished(close)
  return listAllContacts(database)
}

it('begins with the same people every time', async () => {
  expect(await freshContacts()).toEqual(await freshContacts())
})

it('gives every contact a chat, and no chat to two of them', async () => {
  const contacts = await freshContacts()
  const chats = contacts.flatMap((contact) => contact.chats.map(({ chatType, chatId }) => `${chatType}:${chatId}`))
  expect(contacts.filter((contact) => contact.chats.length === 0)).toEqual([])
  expect(new Set(chats).size).toBe(chats.length)
})

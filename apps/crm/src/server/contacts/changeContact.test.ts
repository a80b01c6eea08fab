import { expect, it, onTestFinished } from 'vitest'
import { openSeededStore } from '../seed/openSeededStore.ts'
import { changeContact } from './changeContact.ts'
import { readContact } from './contacts.ts'

it('refuses the second of two changes that were made from the same version', async () => {
  const { database, close } = await openSeededStore(':memory:', { now: Date.UTC(2030, 0, 1) })
  onTestFinished(close)
  const contact = await readContact(database, 'maria-lindqvist')
  if (!contact) throw new Error('The demo has no such contact.')
  const user = { id: 'ann', role: 'sales' } as const
  const store = { database, now: Date.now }
  await changeContact(store, { user, contact, change: { version: 1, name: 'First' } })
  const second = changeContact(store, { user, contact, change: { version: 1, name: 'Second' } })
  await expect(second).rejects.toMatchObject({ code: 'conflict', current: { contact: { name: 'First', version: 2 } } })
  expect(await readContact(database, 'maria-lindqvist')).toMatchObject({ name: 'First', version: 2 })
})

import { expect, it } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'
import { noteResponseSchema, notesResponseSchema } from '../../api/note.ts'

it('keeps notes on a contact and on its deals, the latest first', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  await ann.post('/api/notes', { text: 'Likes blue.\nDark blue.', contactId: 'maria-lindqvist' })
  const created = await ann.post('/api/notes', { text: 'Wants a discount.', dealId: 'bedside-lamps' })
  expect(created.status).toBe(201)
  expect(created.body).toMatchObject({
    note: { authorId: 'ann', dealId: 'bedside-lamps', contactId: 'maria-lindqvist', version: 1 },
  })
  const ofContact = notesResponseSchema.parse((await ann.get('/api/notes?contactId=maria-lindqvist')).body)
  expect(ofContact.items.map(({ text }) => text).sort()).toEqual([
    'Likes blue.\nDark blue.',
    'Opens the new wing on 1 June. Wants the lamps in blue, like the sample she took home.',
    'Wants a discount.',
  ])
  const ofDeal = notesResponseSchema.parse((await ann.get('/api/notes?dealId=bedside-lamps')).body)
  expect(ofDeal.items.map(({ text }) => text)).toEqual(['Wants a discount.'])
})

it('shows notes to whoever sees the contact, and lets authors and managers change them', async () => {
  const crm = await startTestCrm()
  const [ann, ben] = [await crm.logIn('ann'), await crm.logIn('ben')]
  const [carla, dov] = [await crm.logIn('carla'), await crm.logIn('dov')]
  const path = '/api/notes/note-maria-lindqvist'
  expect((await ben.get('/api/notes?contactId=maria-lindqvist')).status).toBe(404)
  expect((await ben.patch(path, { version: 1, text: 'Mine' })).status).toBe(404)
  expect((await dov.get('/api/notes?contactId=maria-lindqvist')).body).toMatchObject({ total: 1 })
  expect((await dov.patch(path, { version: 1, text: 'Mine' })).status).toBe(403)
  expect((await dov.post('/api/notes', { text: 'Mine', contactId: 'maria-lindqvist' })).status).toBe(403)
  expect((await carla.patch(path, { version: 1, text: 'Opens in June.' })).status).toBe(200)
  const stale = await ann.patch(path, { version: 1, text: 'Opens in May.' })
  expect(stale.body).toMatchObject({ error: { code: 'conflict', current: { note: { text: 'Opens in June.' } } } })
})

it('deletes and restores a note', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  const path = '/api/notes/note-maria-lindqvist'
  await ann.delete(path)
  expect((await ann.get('/api/notes?contactId=maria-lindqvist')).body).toMatchObject({ items: [], total: 0 })
  const restored = await ann.post(`${path}/restore`)
  expect(noteResponseSchema.parse(restored.body).note.version).toBe(3)
})

it.each([
  ['no text', { text: ' ', contactId: 'maria-lindqvist' }],
  ['NUL in its text', { text: 'a\0b', contactId: 'maria-lindqvist' }],
  ['neither contact nor deal', { text: 'Hello' }],
])('refuses a note with %s', async (_, note) => {
  const crm = await startTestCrm()
  expect((await (await crm.logIn('ann')).post('/api/notes', note)).status).toBe(400)
})

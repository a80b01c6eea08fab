import { expect, it } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'
import { contactResponseSchema } from '../../api/contact.ts'

const path = '/api/contacts/maria-lindqvist'

it('changes the fields that it is given, and no others', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  const before = contactResponseSchema.parse((await ann.get(path)).body).contact
  const change = { version: 1, position: 'Managing director', phone: '+46 70 174 06 99', company: 'Skärgården AB' }
  const { body } = await ann.patch(path, change)
  expect(body).toEqual({
    contact: {
      ...before,
      position: 'Managing director',
      phone: '46701740699',
      company: 'Skärgården AB',
      companyId: expect.any(String),
      version: 2,
      updatedAt: expect.any(Number),
    },
  })
  expect((await ann.get('/api/contacts?search=0699')).body).toMatchObject({ items: [{ name: 'Maria Lindqvist' }] })
})

it('replaces chats, and frees those that are left out', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  await ann.patch(path, { version: 1, chats: [{ chatType: 'telegram', chatId: '@maria_l' }] })
  expect((await ann.get(path)).body).toMatchObject({
    contact: { chats: [{ chatType: 'telegram', chatId: 'maria_l' }] },
  })
  expect((await ann.post('/api/contacts', { name: 'Stina', phone: '+7 999 888-77-66' })).status).toBe(201)
  const taken = await ann.patch(path, { version: 2, chats: [{ chatType: 'whatsapp', chatId: '79998887766' }] })
  expect(taken.status).toBe(409)
  expect(taken.body).toMatchObject({ error: { fields: { 'chats.0.chatId': expect.any(String) } } })
})

it('refuses a change of a stale version, and shows the contact as it is now', async () => {
  const crm = await startTestCrm()
  const [ann, carla] = [await crm.logIn('ann'), await crm.logIn('carla')]
  expect((await carla.patch(path, { version: 1, position: 'Director' })).status).toBe(200)
  const stale = await ann.patch(path, { version: 1, position: 'Boss' })
  expect(stale.status).toBe(409)
  expect(stale.body).toMatchObject({
    error: { code: 'conflict', current: { contact: { position: 'Director', version: 2 } } },
  })
})

it('lets one of two changes that are made at once win', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  const responses = await Promise.all(['A', 'B', 'C', 'D'].map((name) => ann.patch(path, { version: 1, name })))
  expect(responses.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
  const { contact } = contactResponseSchema.parse((await ann.get(path)).body)
  expect(contact.version).toBe(2)
  const { body } = await ann.get('/api/activity?contactId=maria-lindqvist')
  const changes = (body as { items: { action?: string }[] }).items.filter(({ action }) => action === 'changed') // A list of entries.
  expect(changes).toHaveLength(1)
})

it('deletes a contact so that it can be restored', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  const before = contactResponseSchema.parse((await ann.get(path)).body).contact
  expect((await ann.delete(path)).body).toMatchObject({ contact: { deletedAt: expect.any(Number), version: 2 } })
  expect((await ann.get('/api/contacts?search=maria')).body).toMatchObject({ items: [], total: 0 })
  expect((await ann.patch(path, { version: 2, name: 'Maria' })).status).toBe(404)
  expect((await ann.post(`${path}/restore`)).body).toEqual({
    contact: { ...before, version: 3, updatedAt: expect.any(Number) },
  })
  expect((await ann.get('/api/contacts?search=maria')).body).toMatchObject({ total: 1 })
})

it('frees the number of a deleted contact', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  await ann.delete(path)
  expect((await ann.post('/api/contacts', { name: 'Stina', phone: '+7 999 888-77-66' })).status).toBe(201)
  expect((await ann.post(`${path}/restore`)).body).toMatchObject({ contact: { phone: '79998887766', chats: [] } })
})

it('deletes and restores many contacts at once', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  const ids = ['maria-lindqvist', 'jonas-weber', 'nobody']
  const deleted = await ann.post('/api/contacts/bulk', { action: 'delete', ids })
  expect(deleted.body).toEqual({
    changed: expect.arrayContaining(['maria-lindqvist', 'jonas-weber']),
    skipped: ['nobody'],
  })
  expect((await ann.get('/api/contacts')).body).toMatchObject({ total: 4 })
  await ann.post('/api/contacts/bulk', { action: 'restore', ids })
  expect((await ann.get('/api/contacts')).body).toMatchObject({ total: 6 })
})

it('takes 500 ids in one action, and not more', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  const ids = Array.from({ length: 500 }, (_, index) => `contact-of-another-file-${String(index).padStart(12, '0')}`)
  expect((await ann.post('/api/contacts/bulk', { action: 'delete', ids })).status).toBe(200)
  expect((await ann.post('/api/contacts/bulk', { action: 'delete', ids: [...ids, 'one'] })).status).toBe(400)
})

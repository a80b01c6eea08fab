import { expect, it } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'
import { contactsResponseSchema } from '../../api/contact.ts'

it('shows managers, quality control and administrators the contacts of all users', async () => {
  const crm = await startTestCrm()
  for (const userId of ['carla', 'dov', 'erin']) {
    const visitor = await crm.logIn(userId)
    const { items, total } = contactsResponseSchema.parse((await visitor.get('/api/contacts')).body)
    expect(total, userId).toBe(11)
    expect(new Set(items.map(({ responsibleUserId }) => responsibleUserId))).toEqual(new Set(['ann', 'ben']))
    const bens = contactsResponseSchema.parse((await visitor.get('/api/contacts?ownerId=ben')).body)
    expect(new Set(bens.items.map(({ responsibleUserId }) => responsibleUserId))).toEqual(new Set(['ben']))
  }
})

it('does not show a colleague’s contacts to whoever asks for them', async () => {
  const crm = await startTestCrm()
  const { body } = await (await crm.logIn('ann')).get('/api/contacts?ownerId=ben')
  expect(body).toEqual({ items: [], total: 0, next: null })
})

it('lets quality control change nothing', async () => {
  const crm = await startTestCrm()
  const dov = await crm.logIn('dov')
  const path = '/api/contacts/maria-lindqvist'
  const responses = [
    await dov.post('/api/contacts', { name: 'Olu' }),
    await dov.patch(path, { version: 1, name: 'Maria' }),
    await dov.delete(path),
    await dov.post(`${path}/restore`),
    await dov.post('/api/contacts/import', { mode: 'preview', csv: 'name\nOlu' }),
  ]
  for (const { status, body } of responses) {
    expect(status).toBe(403)
    expect(body).toMatchObject({ error: { code: 'forbidden' } })
  }
  const bulk = await dov.post('/api/contacts/bulk', { action: 'delete', ids: ['maria-lindqvist'] })
  expect(bulk.body).toEqual({ changed: [], skipped: ['maria-lindqvist'] })
  expect((await dov.get(path)).body).toMatchObject({
    contact: { name: 'Maria Lindqvist', version: 1, deletedAt: null },
  })
})

it('treats a colleague’s contact as missing for every change', async () => {
  const crm = await startTestCrm()
  const ben = await crm.logIn('ben')
  const path = '/api/contacts/maria-lindqvist'
  for (const { status } of [
    await ben.patch(path, { version: 1, name: 'Mine' }),
    await ben.delete(path),
    await ben.post(`${path}/restore`),
  ])
    expect(status).toBe(404)
  const bulk = await ben.post('/api/contacts/bulk', { action: 'delete', ids: ['maria-lindqvist', 'david-chen'] })
  expect(bulk.body).toEqual({ changed: ['david-chen'], skipped: ['maria-lindqvist'] })
})

it('gives a contact to another user, who sees it from then on', async () => {
  const crm = await startTestCrm()
  const [ann, ben, carla] = [await crm.logIn('ann'), await crm.logIn('ben'), await crm.logIn('carla')]
  const path = '/api/contacts/maria-lindqvist'
  expect((await ann.patch(path, { version: 1, responsibleUserId: 'ben' })).status).toBe(403)
  expect((await carla.patch(path, { version: 1, responsibleUserId: 'ben' })).status).toBe(200)
  expect((await ann.get(path)).status).toBe(404)
  expect((await ben.get(path)).body).toMatchObject({ contact: { responsibleUserId: 'ben', version: 2 } })
  const bulk = { action: 'changeOwner', ids: ['maria-lindqvist', 'david-chen'], responsibleUserId: 'ann' }
  expect((await ben.post('/api/contacts/bulk', bulk)).status).toBe(403)
  expect((await carla.post('/api/contacts/bulk', bulk)).body).toEqual({
    changed: expect.arrayContaining(['maria-lindqvist', 'david-chen']),
    skipped: [],
  })
  expect((await ben.get(path)).status).toBe(404)
})

import { expect, it } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'
import { companiesResponseSchema, companyResponseSchema } from '../../api/company.ts'

const path = '/api/companies/company-maria-lindqvist'

it('shows everybody all companies, with counts of what they may see', async () => {
  const crm = await startTestCrm()
  const read = async (userId: string) => {
    const { body } = await (await crm.logIn(userId)).get('/api/companies?search=skargarden')
    return companiesResponseSchema.parse(body).items
  }
  expect(await read('ann')).toMatchObject([{ name: 'Hotel Skärgården', contactCount: 1, openDealCount: 1 }])
  expect(await read('ben')).toMatchObject([{ name: 'Hotel Skärgården', contactCount: 0, openDealCount: 0 }])
  expect(await read('dov')).toMatchObject([{ name: 'Hotel Skärgården', contactCount: 1, openDealCount: 1 }])
})

it.each([
  ['sort=name&limit=2', ['Brennan Ceramics', 'Casa do Forno']],
  ['sort=city&limit=2', ['Gasthof Weber', 'Brennan Ceramics']],
  ['ownerId=ben&sort=name&order=desc&limit=1', ['Tanabe & Ross']],
])('lists companies by %s', async (query, names) => {
  const crm = await startTestCrm()
  const { body } = await (await crm.logIn('ann')).get(`/api/companies?${query}`)
  expect(companiesResponseSchema.parse(body).items.map(({ name }) => name)).toEqual(names)
})

it('adds a company, once', async () => {
  const crm = await startTestCrm()
  const ben = await crm.logIn('ben')
  const created = await ben.post('/api/companies', {
    name: 'Ember & Oak',
    website: 'https://ember.example/',
    city: 'Leeds',
  })
  expect(created.status).toBe(201)
  expect(created.body).toMatchObject({
    company: { name: 'Ember & Oak', website: 'ember.example', city: 'Leeds', responsibleUserId: 'ben', version: 1 },
  })
  const again = await ben.post('/api/companies', { name: 'EMBER & OAK' })
  expect(again.status).toBe(409)
  expect(again.body).toMatchObject({ error: { fields: { name: expect.any(String) } } })
})

it('lets its user, managers and administrators change a company, and nobody else', async () => {
  const crm = await startTestCrm()
  for (const [userId, status] of [
    ['ben', 403],
    ['dov', 403],
    ['carla', 200],
  ] as const) {
    const visitor = await crm.logIn(userId)
    expect((await visitor.patch(path, { version: 1, city: 'Vaxholm' })).status, userId).toBe(status)
  }
  const ann = await crm.logIn('ann')
  const stale = await ann.patch(path, { version: 1, city: 'Nacka' })
  expect(stale.body).toMatchObject({
    error: { code: 'conflict', current: { company: { city: 'Vaxholm', version: 2 } } },
  })
  expect((await ann.patch(path, { version: 2, name: 'Casa do Forno' })).status).toBe(409)
  expect((await ann.patch(path, { version: 2, name: 'Skärgården Hotel' })).body).toMatchObject({
    company: { name: 'Skärgården Hotel', city: 'Vaxholm', version: 3 },
  })
  expect((await ann.get('/api/contacts/maria-lindqvist')).body).toMatchObject({
    contact: { company: 'Skärgården Hotel' },
  })
})

it('deletes and restores companies, unless their name has been taken meanwhile', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  expect((await ann.delete(path)).body).toMatchObject({ company: { deletedAt: expect.any(Number) } })
  const { total } = companiesResponseSchema.parse((await ann.get('/api/companies')).body)
  expect(total).toBe(10)
  const created = await ann.post('/api/companies', { name: 'Hotel Skärgården' })
  expect((await ann.post(`${path}/restore`)).status).toBe(409)
  const { id } = companyResponseSchema.parse(created.body).company
  await ann.post('/api/companies/bulk', { action: 'delete', ids: [id] })
  expect((await ann.post(`${path}/restore`)).body).toMatchObject({ company: { deletedAt: null } })
})

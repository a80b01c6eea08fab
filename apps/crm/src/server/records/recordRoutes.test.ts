import { expect, it } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'

it('lists all records for an administrator, page after page', async () => {
  const crm = await startTestCrm()
  const erin = await crm.logIn('erin')
  expect((await erin.get('/api/records/users')).body).toEqual({
    records: [
      { id: 'ann', name: 'Ann Reyes' },
      { id: 'ben', name: 'Ben Okafor' },
      { id: 'carla', name: 'Carla Mendes' },
      { id: 'dov', name: 'Dov Levi' },
      { id: 'erin', name: 'Erin Doyle' },
    ],
    next: null,
  })
  expect((await erin.get('/api/records/contacts?after=maria')).body).toMatchObject({
    records: expect.arrayContaining([
      {
        id: 'maria-lindqvist',
        name: 'Maria Lindqvist',
        responsibleUserId: 'ann',
        chats: [{ chatType: 'whatsapp', chatId: '79998887766' }],
      },
    ]),
  })
  expect((await erin.get('/api/records/contacts?after=zzz')).body).toEqual({ records: [], next: null })
  expect((await erin.get('/api/records/deals')).body).toMatchObject({
    records: expect.arrayContaining([
      {
        id: 'beer-garden-benches',
        name: 'Beer garden benches',
        responsibleUserId: 'ann',
        contactIds: ['jonas-weber'],
        closed: true,
        url: expect.stringMatching(/\/deals\/beer-garden-benches$/),
      },
    ]),
  })
})

it('is not there for anyone else', async () => {
  const crm = await startTestCrm()
  for (const user of ['ben', 'carla', 'dov']) {
    expect((await (await crm.logIn(user)).get('/api/records/users')).status, user).toBe(404)
  }
  expect((await crm.visitor().get('/api/records/users')).status).toBe(401)
  expect((await (await crm.logIn('erin')).get('/api/records/sessions')).status).toBe(404)
})

it('lists no deleted contacts and deals', async () => {
  const crm = await startTestCrm()
  const erin = await crm.logIn('erin')
  await erin.delete('/api/contacts/maria-lindqvist')
  await erin.delete('/api/deals/beer-garden-benches')
  for (const kind of ['contacts', 'deals']) {
    const { text } = await erin.get(`/api/records/${kind}`)
    expect(text).not.toContain(kind === 'contacts' ? 'Maria Lindqvist' : 'Beer garden benches')
  }
})

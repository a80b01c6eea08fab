import { expect, it } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'

it('lists all records for an administrator, page after page', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  expect((await ann.get('/api/records/users')).body).toEqual({
    records: [
      { id: 'ann', name: 'Ann Reyes' },
      { id: 'ben', name: 'Ben Okafor' },
    ],
    next: null,
  })
  expect((await ann.get('/api/records/contacts?after=maria')).body).toMatchObject({
    records: expect.arrayContaining([
      {
        id: 'maria-lindqvist',
        name: 'Maria Lindqvist',
        responsibleUserId: 'ann',
        chats: [{ chatType: 'whatsapp', chatId: '79998887766' }],
      },
    ]),
  })
  expect((await ann.get('/api/records/contacts?after=zzz')).body).toEqual({ records: [], next: null })
  expect((await ann.get('/api/records/deals')).body).toMatchObject({
    records: expect.arrayContaining([
      {
        id: 'jonas-weber',
        name: 'Beer garden benches',
        responsibleUserId: 'ann',
        contactIds: ['jonas-weber'],
        closed: true,
        url: expect.stringMatching(/\/contacts\/jonas-weber$/),
      },
    ]),
  })
})

it('is not there for anyone else', async () => {
  const crm = await startTestCrm()
  expect((await (await crm.logIn('ben')).get('/api/records/users')).status).toBe(404)
  expect((await crm.visitor().get('/api/records/users')).status).toBe(401)
  expect((await (await crm.logIn('ann')).get('/api/records/sessions')).status).toBe(404)
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'
import { openStore } from '../store/openStore.ts'
import { messages } from '../store/schema.ts'

it.each([
  ['no period', ''],
  ['a period that ends before it begins', '?from=2&to=1'],
  ['a period of more than 92 days', `?from=0&to=${93 * 24 * 60 * 60 * 1_000}`],
  ['an unknown time zone', '?from=0&to=1000&timeZone=Mars/North'],
  ['times that are no numbers', '?from=x&to=y'],
])('refuses %s', async (_, query) => {
  const crm = await startTestCrm()
  const { status, body } = await (await crm.logIn('ann')).get(`/api/dashboard${query}`)
  expect(status).toBe(400)
  expect(body).toMatchObject({ error: { code: 'invalid_request', message: expect.any(String) } })
})

it('is for users who have logged in', async () => {
  const crm = await startTestCrm()
  expect((await crm.visitor().get('/api/dashboard?from=0&to=1000')).status).toBe(401)
  const { status, body } = await (await crm.logIn('ben')).get('/api/dashboard?from=0&to=1000')
  expect(status).toBe(200)
  expect(body).toMatchObject({ all: { receivedCount: 0, medianMs: null }, byDay: [{ day: '1970-01-01' }] })
})

it('counts the chats of one’s own contacts for sales, and all for others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'crm-dashboard-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const data = join(folder, 'crm.sqlite')
  const crm = await startTestCrm({ data })
  const { database, close } = await openStore(data)
  const fields = { direction: 'incoming' as const, at: 500, searchText: '', record: '{}', counts: true }
  await database.insert(messages).values([
    { id: 'm1', chatType: 'whatsapp', chatId: '79998887766', ...fields },
    { id: 'm2', chatType: 'telegram', chatId: '55501234', ...fields },
    { id: 'm3', chatType: 'whatsapp', chatId: '15550001111', ...fields },
  ])
  close()
  const received = async (name: string): Promise<unknown> =>
    (await (await crm.logIn(name)).get('/api/dashboard?from=0&to=1000')).body
  expect(await received('ann')).toMatchObject({ all: { receivedCount: 1 }, byUser: [{ userId: 'ann' }] })
  expect(await received('ben')).toMatchObject({ all: { receivedCount: 1 }, byUser: [{ userId: 'ben' }] })
  for (const name of ['carla', 'dov', 'erin']) expect(await received(name)).toMatchObject({ all: { receivedCount: 3 } })
})

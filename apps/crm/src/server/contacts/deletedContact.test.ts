import { eq } from 'drizzle-orm'
import { expect, it, onTestFinished } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'
import { dealResponseSchema, dealsResponseSchema } from '../../api/deal.ts'
import { tasksResponseSchema } from '../../api/task.ts'
import { openSeededStore } from '../seed/openSeededStore.ts'
import { contacts, deals } from '../store/schema.ts'
import { outbox } from '../store/vendorSchema.ts'
import { loadDeals } from '../sync/loadRecords.ts'

const path = '/api/contacts/maria-lindqvist'

it('keeps the deals of a deleted contact, for whom nobody waits any more', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  const read = async () => dealsResponseSchema.parse((await ann.get('/api/deals?contactId=maria-lindqvist')).body).items
  const before = await read()
  expect(before.length).toBeGreaterThan(0)
  expect((await ann.delete(path)).status).toBe(200)
  expect(await read()).toEqual(before.map((deal) => ({ ...deal, waitingSince: null, lastMessage: null })))
  const { deal } = dealResponseSchema.parse((await ann.get('/api/deals/bedside-lamps')).body)
  expect(deal).toMatchObject({ contact: 'Maria Lindqvist', contactId: 'maria-lindqvist', deletedAt: null })
  expect((await ann.post(`${path}/restore`)).status).toBe(200)
  expect(await read()).toEqual(before)
})

it('hides the tasks of a deleted contact, but not those of its deals, until it is restored', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  await ann.post('/api/tasks', { title: 'Call Maria', contactId: 'maria-lindqvist' })
  const read = async () => {
    const { items, total } = tasksResponseSchema.parse((await ann.get('/api/tasks?contactId=maria-lindqvist')).body)
    expect(total).toBe(items.length)
    return items.map(({ title, dealId }) => ({ title, dealId }))
  }
  const before = await read()
  const ofDeals = before.filter(({ dealId }) => dealId !== null)
  expect(ofDeals.length).toBeGreaterThan(0)
  expect(before.filter(({ dealId }) => dealId === null)).toContainEqual({ title: 'Call Maria', dealId: null })
  await ann.delete(path)
  expect(await read()).toEqual(ofDeals)
  await ann.post(`${path}/restore`)
  expect(await read()).toEqual(before)
})

it('hides the tasks of a deleted deal until it is restored', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  const count = async () => tasksResponseSchema.parse((await ann.get('/api/tasks?dealId=bedside-lamps')).body).total
  const before = await count()
  expect(before).toBeGreaterThan(0)
  await ann.delete('/api/deals/bedside-lamps')
  expect(await count()).toBe(0)
  await ann.post('/api/deals/bedside-lamps/restore')
  expect(await count()).toBe(before)
})

it('lists a deal without its deleted contact to the vendor, and with it once it is restored', async () => {
  const crm = await startTestCrm()
  const admin = await crm.logIn('erin')
  const isListedWith = async (contactIds: string[]): Promise<void> => {
    const { body } = await admin.get('/api/records/deals')
    const lamps = expect.objectContaining({ id: 'bedside-lamps', contactIds })
    expect(body).toMatchObject({ records: expect.arrayContaining([lamps]) })
  }
  await isListedWith(['maria-lindqvist'])
  await admin.delete(path)
  await isListedWith([])
  await admin.post(`${path}/restore`)
  await isListedWith(['maria-lindqvist'])
})

it('tells the vendor of the deals again when their contact is deleted or restored', async () => {
  const { database, close } = await openSeededStore(':memory:', { now: 0 })
  onTestFinished(close)
  const own = await database.select({ id: deals.id }).from(deals).where(eq(deals.contactId, 'maria-lindqvist'))
  const queued = () => database.select({ id: outbox.id }).from(outbox).where(eq(outbox.kind, 'deals'))
  for (const [deletedAt, version] of [
    [1, 2],
    [null, 3],
  ] as const) {
    await database.delete(outbox)
    await database.update(contacts).set({ deletedAt, version }).where(eq(contacts.id, 'maria-lindqvist'))
    const ids = (await queued()).map(({ id }) => id)
    expect(new Set(ids)).toEqual(new Set(own.map(({ id }) => id)))
    expect((await loadDeals(database, { ids, crmUrl: '' }))[0]?.contactIds).toEqual(
      deletedAt ? [] : ['maria-lindqvist'],
    )
  }
  await database.delete(outbox)
  await database.update(contacts).set({ position: 'Boss', version: 4 }).where(eq(contacts.id, 'maria-lindqvist'))
  expect(await queued()).toEqual([]) // Nothing that a deal has.
})

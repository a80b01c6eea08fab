import { expect, it } from 'vitest'
import type { Visitor } from '../../../test/createVisitor.ts'
import { startTestCrm } from '../../../test/startTestCrm.ts'
import { type ActivityEntry, activityResponseSchema } from '../../api/activity.ts'

async function readFeed(visitor: Visitor, query = ''): Promise<ActivityEntry[]> {
  const entries: ActivityEntry[] = []
  for (let before: string | null = ''; before !== null; ) {
    const { body } = await visitor.get(`/api/activity?${query}&before=${before}`)
    const page = activityResponseSchema.parse(body)
    entries.push(...page.items)
    before = page.next
  }
  return entries
}

it('records who changed what', async () => {
  const crm = await startTestCrm()
  const [ann, carla] = [await crm.logIn('ann'), await crm.logIn('carla')]
  await ann.post('/api/deals/bedside-lamps/move', { version: 1, stage: 'won', afterId: null })
  await carla.patch('/api/contacts/maria-lindqvist', { version: 1, position: 'Director', responsibleUserId: 'ben' })
  await carla.delete('/api/contacts/maria-lindqvist')
  const entries = (await readFeed(carla, 'contactId=maria-lindqvist')).slice(0, 4)
  const links = { contactId: 'maria-lindqvist', itemId: 'maria-lindqvist', itemName: 'Maria Lindqvist' }
  expect(entries).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ ...links, userId: 'carla', action: 'deleted' }),
      expect.objectContaining({ ...links, userId: 'carla', action: 'ownerChanged', from: 'ann', to: 'ben' }),
      expect.objectContaining({ ...links, userId: 'carla', action: 'changed', fields: ['position'] }),
      expect.objectContaining({
        userId: 'ann',
        action: 'moved',
        from: 'negotiation',
        to: 'won',
        dealId: 'bedside-lamps',
      }),
    ]),
  )
})

it('records nothing of a change that changes nothing', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  const before = await readFeed(ann, 'contactId=maria-lindqvist')
  await ann.patch('/api/contacts/maria-lindqvist', { version: 1, position: 'Owner' })
  expect(await readFeed(ann, 'contactId=maria-lindqvist')).toEqual(before)
})

it('reads every entry once, the latest first', async () => {
  const crm = await startTestCrm()
  const erin = await crm.logIn('erin')
  const entries = await readFeed(erin, 'limit=7')
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).sort((a, b) => b - a))
  expect(entries.length).toBeGreaterThan(80)
})

it('shows sales nothing of a colleague’s contacts', async () => {
  const crm = await startTestCrm()
  const ben = await crm.logIn('ben')
  const entries = await readFeed(ben)
  const ofAnn = entries.filter(
    (entry) => entry.type === 'change' && entry.userId === 'ann' && entry.itemKind !== 'company',
  )
  expect(entries.length).toBeGreaterThan(20)
  expect(ofAnn).toEqual([])
  for (const query of ['contactId=maria-lindqvist', 'dealId=bedside-lamps']) {
    expect((await ben.get(`/api/activity?${query}`)).status, query).toBe(404)
  }
  const company = await readFeed(ben, 'companyId=company-maria-lindqvist')
  expect(company.filter((entry) => entry.type === 'message' || entry.itemKind !== 'company')).toEqual([])
})

import { describe, expect, it } from 'vitest'
import type { Visitor } from '../../../test/createVisitor.ts'
import { startTestCrm } from '../../../test/startTestCrm.ts'
import {
  boardResponseSchema,
  type Deal,
  type DealStage,
  dealResponseSchema,
  dealsResponseSchema,
} from '../../api/deal.ts'

async function readDeal(visitor: Visitor, id: string): Promise<Deal> {
  return dealResponseSchema.parse((await visitor.get(`/api/deals/${id}`)).body).deal
}

async function readColumn(visitor: Visitor, stage: DealStage): Promise<string[]> {
  const { body } = await visitor.get('/api/deals/board')
  const column = boardResponseSchema.parse(body).stages.find((one) => one.stage === stage)
  return column?.deals.items.map(({ id }) => id) ?? []
}

describe('the board', () => {
  it('has every stage in order, with the sums of each currency apart', async () => {
    const crm = await startTestCrm()
    const { body } = await (await crm.logIn('erin')).get('/api/deals/board')
    const { stages } = boardResponseSchema.parse(body)
    expect(stages.map(({ stage }) => stage)).toEqual(['new', 'qualified', 'proposal', 'negotiation', 'won', 'lost'])
    const negotiation = stages.find(({ stage }) => stage === 'negotiation')
    expect(negotiation?.deals.total).toBe(3)
    expect(negotiation?.sums).toEqual([
      { currency: 'EUR', amountCents: 1_439_000 },
      { currency: 'USD', amountCents: 2_720_000 },
    ])
  })

  it('shows sales their own deals, and counts no others', async () => {
    const crm = await startTestCrm()
    const { body } = await (await crm.logIn('ann')).get('/api/deals/board')
    const deals = boardResponseSchema.parse(body).stages.flatMap((stage) => stage.deals.items)
    expect(new Set(deals.map(({ responsibleUserId }) => responsibleUserId))).toEqual(new Set(['ann']))
    const negotiation = boardResponseSchema.parse(body).stages.find(({ stage }) => stage === 'negotiation')
    expect(negotiation?.sums).toEqual([{ currency: 'EUR', amountCents: 1_439_000 }])
  })

  it('continues a column in the list of its stage', async () => {
    const crm = await startTestCrm({ seed: { contacts: 50, deals: 200 } })
    const erin = await crm.logIn('erin')
    const first = boardResponseSchema.parse((await erin.get('/api/deals/board?limit=7')).body).stages[0]?.deals
    const query = `stage=new&sort=board&limit=200&after=${first?.next}`
    const rest = dealsResponseSchema.parse((await erin.get(`/api/deals?${query}`)).body)
    expect(first?.items).toHaveLength(7)
    expect(rest.items).toHaveLength((first?.total ?? 0) - 7)
    expect(new Set([...(first?.items ?? []), ...rest.items].map(({ id }) => id)).size).toBe(first?.total)
  })
})

describe('moving a deal', () => {
  it('puts it below another one, or at the top, and keeps the order', async () => {
    const crm = await startTestCrm()
    const ann = await crm.logIn('ann')
    const before = await readColumn(ann, 'proposal')
    const move = async (id: string, afterId: string | null) => {
      const { version } = await readDeal(ann, id)
      return ann.post(`/api/deals/${id}/move`, { version, stage: 'proposal', afterId })
    }
    expect((await move('bedside-lamps', before[0] ?? null)).body).toMatchObject({ deal: { stage: 'proposal' } })
    expect(await readColumn(ann, 'proposal')).toEqual([before[0], 'bedside-lamps', ...before.slice(1)])
    await move('bedside-lamps', null)
    expect(await readColumn(ann, 'proposal')).toEqual(['bedside-lamps', ...before])
    await move('bedside-lamps', before.at(-1) ?? null)
    expect(await readColumn(ann, 'proposal')).toEqual([...before, 'bedside-lamps'])
  })

  it('finds room however often cards are put between the same two', async () => {
    const crm = await startTestCrm()
    const ann = await crm.logIn('ann')
    const [first = '', second = ''] = await readColumn(ann, 'proposal')
    const added: string[] = []
    for (let index = 0; index < 20; index += 1) {
      const { body } = await ann.post('/api/deals', { title: `Deal ${index}`, contactId: 'maria-lindqvist' })
      const { id, version } = dealResponseSchema.parse(body).deal
      await ann.post(`/api/deals/${id}/move`, { version, stage: 'proposal', afterId: first })
      added.unshift(id)
    }
    expect(await readColumn(ann, 'proposal')).toEqual([first, ...added, second])
  })

  it('closes a deal that is won or lost, and opens it again', async () => {
    let now = Date.UTC(2030, 0, 1)
    const crm = await startTestCrm({ now: () => now })
    const ann = await crm.logIn('ann')
    now += 60_000
    const move = (version: number, stage: DealStage) =>
      ann.post('/api/deals/bedside-lamps/move', { version, stage, afterId: null })
    expect((await move(1, 'lost')).body).toMatchObject({ deal: { stage: 'lost', closedAt: now, version: 2 } })
    expect((await move(2, 'new')).body).toMatchObject({ deal: { stage: 'new', closedAt: null, version: 3 } })
  })

  it('refuses a stale move, and one below a deal that has gone elsewhere', async () => {
    const crm = await startTestCrm()
    const ann = await crm.logIn('ann')
    const path = '/api/deals/bedside-lamps/move'
    await ann.post(path, { version: 1, stage: 'won', afterId: null })
    const stale = await ann.post(path, { version: 1, stage: 'lost', afterId: null })
    expect(stale.status).toBe(409)
    expect(stale.body).toMatchObject({ error: { current: { deal: { stage: 'won', version: 2 } } } })
    const gone = await ann.post(path, { version: 2, stage: 'new', afterId: 'terrace-tables' })
    expect(gone.status).toBe(409)
  })
})

describe('a deal', () => {
  it('is added at the top of its column, with the company of its contact', async () => {
    const crm = await startTestCrm()
    const ann = await crm.logIn('ann')
    const deal = { title: 'Reading chairs', contactId: 'maria-lindqvist', amountCents: 320_000 }
    const created = await ann.post('/api/deals', deal)
    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({
      deal: {
        ...deal,
        contact: 'Maria Lindqvist',
        company: 'Hotel Skärgården',
        stage: 'new',
        currency: 'EUR',
        version: 1,
      },
    })
    const { id } = dealResponseSchema.parse(created.body).deal
    expect((await readColumn(ann, 'new'))[0]).toBe(id)
  })

  it.each([
    ['no title', { title: ' ' }, 'title'],
    ['no contact', { contactId: '' }, 'contactId'],
    ['a negative amount', { amountCents: -1 }, 'amountCents'],
    ['a part of a cent', { amountCents: 0.5 }, 'amountCents'],
    ['an unknown currency', { currency: 'XXX' }, 'currency'],
    ['an unknown stage', { stage: 'maybe' }, 'stage'],
    ['an unknown company', { companyId: 'nobody' }, 'companyId'],
  ])('is not added with %s', async (_, wrong, field) => {
    const crm = await startTestCrm()
    const deal = { title: 'Chairs', contactId: 'maria-lindqvist', ...wrong }
    const response = await (await crm.logIn('ann')).post('/api/deals', deal)
    expect(response.status).toBe(400)
    expect(response.body).toMatchObject({ error: { fields: { [field]: expect.any(String) } } })
  })

  it('changes, and moves to the top of the column when its stage changes', async () => {
    const crm = await startTestCrm()
    const ann = await crm.logIn('ann')
    const change = { version: 1, title: '50 bedside lamps', amountCents: 900_000, stage: 'won' }
    const { body } = await ann.patch('/api/deals/bedside-lamps', change)
    expect(body).toMatchObject({ deal: { title: '50 bedside lamps', amountCents: 900_000, stage: 'won', version: 2 } })
    expect((await readColumn(ann, 'won'))[0]).toBe('bedside-lamps')
    const stale = await ann.patch('/api/deals/bedside-lamps', { version: 1, title: 'Lamps' })
    expect(stale.status).toBe(409)
  })

  it('is deleted and restored, alone and with others', async () => {
    const crm = await startTestCrm()
    const ann = await crm.logIn('ann')
    await ann.delete('/api/deals/bedside-lamps')
    expect(await readColumn(ann, 'negotiation')).not.toContain('bedside-lamps')
    await ann.post('/api/deals/bedside-lamps/restore')
    expect(await readColumn(ann, 'negotiation')).toContain('bedside-lamps')
    const ids = ['bedside-lamps', 'sauna-benches', 'standing-desks']
    const { body } = await ann.post('/api/deals/bulk', { action: 'delete', ids })
    expect(body).toEqual({
      changed: expect.arrayContaining(['bedside-lamps', 'sauna-benches']),
      skipped: ['standing-desks'],
    })
    expect(await readColumn(ann, 'negotiation')).toEqual([])
  })

  it('changes stage together with others, to the top of the column in their order, and records it', async () => {
    const crm = await startTestCrm()
    const ann = await crm.logIn('ann')
    const ids = ['sauna-benches', 'bedside-lamps', 'standing-desks', 'trieste-headboards']
    const { body } = await ann.post('/api/deals/bulk', { action: 'changeStage', ids, stage: 'lost' })
    expect(body).toEqual({
      changed: ['sauna-benches', 'bedside-lamps'],
      skipped: ['standing-desks', 'trieste-headboards'], // Ben's, and one that is lost already.
    })
    expect((await readColumn(ann, 'lost')).slice(0, 2)).toEqual(['sauna-benches', 'bedside-lamps'])
    const deal = await ann.get('/api/deals/bedside-lamps')
    expect(deal.body).toMatchObject({ deal: { stage: 'lost', version: 2, closedAt: expect.any(Number) } })
    const activity = await ann.get('/api/activity?dealId=bedside-lamps')
    expect(JSON.stringify(activity.body)).toContain('"from":"negotiation","to":"lost"')
  })

  it('keeps its stage when the new one is unknown', async () => {
    const crm = await startTestCrm()
    const ann = await crm.logIn('ann')
    const response = await ann.post('/api/deals/bulk', {
      action: 'changeStage',
      ids: ['bedside-lamps'],
      stage: 'maybe',
    })
    expect(response.status).toBe(400)
    expect(await readColumn(ann, 'negotiation')).toContain('bedside-lamps')
  })

  it('of a colleague counts as missing, and quality control changes none', async () => {
    const crm = await startTestCrm()
    const [ben, dov] = [await crm.logIn('ben'), await crm.logIn('dov')]
    const path = '/api/deals/bedside-lamps'
    const move = { version: 1, stage: 'won', afterId: null }
    expect((await ben.get(path)).status).toBe(404)
    expect((await ben.patch(path, { version: 1, title: 'Mine' })).status).toBe(404)
    expect((await ben.post(`${path}/move`, move)).status).toBe(404)
    expect((await ben.post('/api/deals', { title: 'Mine', contactId: 'maria-lindqvist' })).status).toBe(404)
    expect((await dov.get(path)).status).toBe(200)
    expect((await dov.patch(path, { version: 1, title: 'Mine' })).status).toBe(403)
    expect((await dov.post(`${path}/move`, move)).status).toBe(403)
    expect((await dov.post('/api/deals', { title: 'Mine', contactId: 'maria-lindqvist' })).status).toBe(403)
  })
})

it.each([
  ['search=lamps', ['bedside-lamps', 'lobby-floor-lamps']],
  ['search=lindqvist', ['bedside-lamps', 'lobby-floor-lamps']],
  ['search=skargarden&open=true', ['bedside-lamps']],
  ['stage=lost&ownerId=ann', ['trieste-headboards']],
  ['contactId=jonas-weber&sort=title', ['beer-garden-benches', 'guest-room-wardrobes']],
  ['sort=amount&order=desc&limit=2', ['standing-desks', 'phone-booths']],
])('lists deals by %s', async (query, ids) => {
  const crm = await startTestCrm()
  const { body } = await (await crm.logIn('erin')).get(`/api/deals?${query}`)
  expect(dealsResponseSchema.parse(body).items.map(({ id }) => id)).toEqual(ids)
})

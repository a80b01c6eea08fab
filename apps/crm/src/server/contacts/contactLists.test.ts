import { expect, it } from 'vitest'
import type { Visitor } from '../../../test/createVisitor.ts'
import { startTestCrm } from '../../../test/startTestCrm.ts'
import { contactsResponseSchema } from '../../api/contact.ts'

async function readPages(visitor: Visitor, query: string): Promise<{ ids: string[]; total: number; pages: number }> {
  const ids: string[] = []
  let total = 0
  let pages = 0
  for (let after: string | null = ''; after !== null; pages += 1) {
    const { body } = await visitor.get(`/api/contacts?${query}&after=${after}`)
    const page = contactsResponseSchema.parse(body)
    ids.push(...page.items.map(({ id }) => id))
    total = page.total
    after = page.next
  }
  return { ids, total, pages }
}

it.each(['name', 'company', 'createdAt', 'waiting'])(
  'reads every contact once, page after page, sorted by %s',
  async (sort) => {
    const crm = await startTestCrm({ seed: { contacts: 205 } })
    const erin = await crm.logIn('erin')
    const up = await readPages(erin, `sort=${sort}&limit=50`)
    expect(up).toMatchObject({ total: 205, pages: 5 })
    expect(new Set(up.ids).size).toBe(205)
    const down = await readPages(erin, `sort=${sort}&limit=50&order=desc`)
    expect(down.ids).toEqual([...up.ids].reverse())
  },
)

it('does not repeat or lose contacts when others are added between two pages', async () => {
  const crm = await startTestCrm()
  const erin = await crm.logIn('erin')
  const first = contactsResponseSchema.parse((await erin.get('/api/contacts?limit=5')).body)
  await erin.post('/api/contacts', { name: 'Aaron Early' })
  const rest = contactsResponseSchema.parse((await erin.get(`/api/contacts?limit=50&after=${first.next}`)).body)
  const names = [...first.items, ...rest.items].map(({ name }) => name)
  expect(names).toHaveLength(11)
  expect(names).not.toContain('Aaron Early')
})

it('sorts without regard to case and accents', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  for (const name of ['Åsa Berg', 'asa Adler', 'Zoe']) await ann.post('/api/contacts', { name })
  const { items } = contactsResponseSchema.parse((await ann.get('/api/contacts')).body)
  expect(items.slice(0, 2).map(({ name }) => name)).toEqual(['asa Adler', 'Åsa Berg'])
})

it('narrows the list by messenger and company', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  const telegram = contactsResponseSchema.parse((await ann.get('/api/contacts?chatType=telegram')).body)
  expect(telegram.items.map(({ id }) => id)).toEqual(['jonas-weber', 'nils-aaltonen'])
  const [jonas] = telegram.items
  const { body } = await ann.get(`/api/contacts?companyId=${jonas?.companyId}`)
  expect(body).toMatchObject({ items: [{ id: 'jonas-weber' }], total: 1 })
  expect((await ann.get('/api/contacts?waiting=true')).body).toMatchObject({ items: [], total: 0 })
})

it.each([
  'limit=0',
  'limit=201',
  'limit=many',
  'sort=phone',
  'order=up',
  'after=guessed',
  'after=WzFd',
  'chatType=icq',
])('refuses the query %s', async (query) => {
  const crm = await startTestCrm()
  const response = await (await crm.logIn('ann')).get(`/api/contacts?${query}`)
  expect(response.status).toBe(400)
  expect(response.body).toMatchObject({ error: { code: 'invalid_request' } })
})

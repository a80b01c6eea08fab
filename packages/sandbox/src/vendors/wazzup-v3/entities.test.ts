import { describe, expect, it } from 'vitest'
import { callV3 } from '../../../test/callV3.ts'
import { createV3Client } from '../../../test/createV3Client.ts'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann, bob } from '../../../test/fixtures/people.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { createTechClient } from '../../../test/techClient.ts'

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}

const contact = { id: 'c-1', responsibleUserId: '7', name: 'Ann', contactData: [ann], uri: 'https://crm.example/c/1' }
/** Number of the first account. */
const accountId = 10_000_001
const deal = {
  id: '5',
  responsibleUserId: '7',
  name: 'Bicycle',
  uri: 'https://crm.example/d/5',
  contacts: ['c-1'],
  closed: false,
}

describe("API v3's lists, read by its client", () => {
  it('adds, updates, reads and removes users; responds to uploads without a body', async () => {
    const sandbox = await startSandbox()
    const client = createV3Client(sandbox)
    const body = [{ id: 8, name: 'Ivan', phone: '79001112233' }]
    expect(await callV3(sandbox, 'POST /v3/users', { body })).toMatchObject({ status: 200, text: '' })
    await client.saveUsers([{ id: '7', name: 'Kate' }])
    expect(await collect(client.listUsers())).toEqual([
      { id: '8', name: 'Ivan', phone: '79001112233', accountId },
      { id: '7', name: 'Kate', accountId },
    ])
    expect(await client.fetchUser('8')).toEqual({ id: '8', name: 'Ivan', phone: '79001112233', accountId })
    await client.deleteUser('8')
    expect(await client.deleteUsers(['7', '8'])).toEqual(['8'])
    expect(await collect(client.listUsers())).toEqual([])
    await expect(client.fetchUser('8')).rejects.toMatchObject({ status: 404 })
  })

  it.each([[[]], [['wazzup-v3.strictFields']]])('takes users as it gave them, with the quirks %j', async (quirks) => {
    const sandbox = await startSandbox({ quirks })
    await createV3Client(sandbox).saveUsers([{ id: '7', name: 'Kate', phone: '79001112233' }])
    const { json: body } = await callV3(sandbox, 'GET /v3/users')
    expect(body).toEqual([{ id: '7', name: 'Kate', phone: '79001112233', accountId }])
    expect(await callV3(sandbox, 'POST /v3/users', { body })).toMatchObject({ status: 200 })
    expect(sandbox.requests({ operation: 'wazzup-v3.saveUsers' })).toMatchObject([
      { ignoredFields: [] },
      { ignoredFields: [] },
    ])
  })

  it('adds, reads and removes contacts, also by username, and keeps their dialogues', async () => {
    const sandbox = await startSandbox()
    const client = createV3Client(sandbox)
    const byName = { chatType: 'telegram', username: 'ann' } as const
    await client.saveContacts([{ ...contact, contactData: [ann, byName] }])
    const { contactData = [], ...rest } = await client.fetchContact('c-1')
    expect(rest).toEqual({ id: 'c-1', responsibleUserId: '7', name: 'Ann', uri: contact.uri })
    expect(contactData).toMatchObject([ann, byName])
    const { chatId } = await client.sendMessage({ ...byName, channelId: channelIds.telegram, text: 'Hello' })
    expect(contactData?.[1]?.chatId).toBe(chatId)
    expect(await client.deleteContacts(['c-1', 'c-2'])).toEqual(['c-2'])
    await expect(client.deleteContact('c-1')).rejects.toMatchObject({ status: 404 })
  })

  it('pages through contacts', async () => {
    const client = createV3Client(await startSandbox())
    const many = Array.from({ length: 230 }, (_, index) => ({
      ...contact,
      id: `c${String(index).padStart(3, '0')}`,
      contactData: [bob],
    }))
    await client.saveContacts(many)
    expect((await collect(client.listContacts())).map(({ id }) => id)).toEqual(many.map(({ id }) => id))
  })

  it('adds, updates, reads and removes deals, and accepts link for uri', async () => {
    const sandbox = await startSandbox()
    const client = createV3Client(sandbox)
    await client.saveDeals([deal])
    const { uri, ...withoutUri } = deal
    await callV3(sandbox, 'POST /v3/deals', { body: [{ ...withoutUri, id: 6, link: uri, closed: true }] })
    expect(await collect(client.listDeals())).toEqual([deal, { ...deal, id: '6', closed: true }])
    expect(await client.fetchDeal('5')).toEqual(deal)
    await client.deleteDeal('5')
    expect(await client.deleteDeals(['5', '6'])).toEqual(['5'])
    await expect(client.fetchDeal('6')).rejects.toMatchObject({ status: 404 })
  })

  it('keeps funnels, and rejects an empty list of stages', async () => {
    const sandbox = await startSandbox()
    const client = createV3Client(sandbox)
    const funnels = [
      { id: '1', name: 'Sales', stages: [{ id: 'a', name: 'New' }] },
      { id: '2', name: 'Service' },
    ]
    await client.savePipelines(funnels)
    expect(await client.fetchPipelines()).toEqual(funnels)
    const body = [{ id: '1', name: 'Sales', stages: [] }]
    expect(await callV3(sandbox, 'POST /v3/pipelines', { body })).toMatchObject({ status: 400 })
  })

  it('lists channels and templates', async () => {
    const client = createV3Client(await startSandbox())
    expect(await client.fetchChannels()).toContainEqual({
      channelId: channelIds.whatsapp,
      transport: 'whatsapp',
      plainId: '79865784457',
      state: 'active',
    })
    expect(await collect(client.listTemplates())).toContainEqual(
      expect.objectContaining({ templateGuid: '6201005a-9a6f-486f-bdd5-e6cb86c76ddb', status: 'approved' }),
    )
  })

  it('gives the code of every approved template, which has its variables in order', async () => {
    const sandbox = await startSandbox()
    const template = {
      title: 'greeting',
      waba: { waba_id: '1', waba_name: 'Shop' },
      channels: ['24197d5f-06de-421f-8576-9f6e6cb67f28'],
      category: 'UTILITY' as const,
      language: 'en',
      components: [{ type: 'BODY' as const, text: 'Good day, {{1}}!' }],
    }
    await createTechClient(sandbox).createTemplate({ template, is_draft: false })
    await createTechClient(sandbox).createTemplate({ template: { ...template, title: 'draft' }, is_draft: true })
    sandbox.clock.advance(2_000)
    const found = await collect(createV3Client(sandbox).listTemplates())
    const codes = found.map(({ name, status, templateGuid, templateCode }) => {
      return [name, status, templateCode?.replace(templateGuid, '…')]
    })
    expect(codes.toSorted()).toEqual([
      ['draft', 'draft', undefined],
      ['greeting', 'approved', '@template: … { [[1]] }'],
      ['sandbox_invoice', 'approved', '@template: … { [[document]] }'],
      ['sandbox_order', 'approved', '@template: … { [[header 1]]; [[1]]; [[2]]; [[button 1]] }'],
      ['sandbox_visit', 'approved', '@template: … { [[1]] }'],
    ])
  })

  it.each([
    [
      'POST /v3/users',
      [{ id: '1', name: 'Kate', phone: '+79001112233' }, { id: '' }],
      'INVALID_USERS_DATA',
      [
        { index: 0, fields: ['phone'] },
        { index: 1, fields: ['id', 'name'] },
      ],
    ],
    [
      'POST /v3/contacts',
      [contact, { ...contact, id: 'c-2', name: '' }],
      'INVALID_CONTACTS_DATA',
      [{ index: 1, fields: ['name'] }],
    ],
    ['POST /v3/deals', [{ ...deal, contacts: [] }], 'INVALID_DEALS_DATA', [{ index: 0, fields: ['contacts'] }]],
    ['POST /v3/users', Array(101).fill({ id: '1', name: 'Kate' }), 'TOO_MANY_ENTITIES', undefined],
    ['POST /v3/contacts', Array(101).fill(contact), 'TOO_MANY_ENTITIES', undefined],
    ['PATCH /v3/deals/bulk_delete', Array(101).fill('1'), 'TOO_MANY_ENTITIES', undefined],
    ['POST /v3/contacts', [contact, contact], 'INVALID_CONTACTS_DATA', [{ index: 1, fields: ['id'] }]],
    ['PATCH /v3/users/bulk_delete', [null], 'VALIDATION_ERROR', { fields: ['0'] }],
    ['POST /v3/users', [null], 'INVALID_USERS_DATA', [{ index: 0, fields: ['item'] }]],
    ['POST /v3/users', { id: '1', name: 'Kate' }, 'VALIDATION_ERROR', { fields: ['body'] }],
    ['POST /v3/users', [], 'VALIDATION_ERROR', { fields: ['body'] }],
    [
      'POST /v3/users',
      [
        { id: '1', name: 'Kate', phone: '79001112233' },
        { id: '2', name: 'Ivan', phone: '79001112233' },
      ],
      'DUPLICATE_PHONE_NUMBER',
      undefined,
    ],
  ])('rejects wrong data for %s with %s', async (route, body, error, data) => {
    const answer = await callV3(await startSandbox(), route, { body })
    expect(answer).toMatchObject({ status: 400, json: { error, ...(data === undefined ? {} : { data }) } })
  })

  it('allows 1,000 users', async () => {
    const sandbox = await startSandbox()
    const users = Array.from({ length: 1_000 }, (_, index) => ({ id: String(index), name: `User ${index}` }))
    await createV3Client(sandbox).saveUsers(users)
    const answer = await callV3(sandbox, 'POST /v3/users', { body: [{ id: 'one more', name: 'Kate' }] })
    expect(answer).toMatchObject({ status: 400, json: { error: 'USER_LIMIT_EXCEEDED' } })
  })
})

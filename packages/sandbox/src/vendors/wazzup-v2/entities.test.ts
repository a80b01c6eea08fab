import { createWazzupV2, VendorRequestError, type WazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../../test/callSandbox.ts'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann, bob } from '../../../test/fixtures/people.ts'
import { startSandbox } from '../../../test/startSandbox.ts'

async function startClient(): Promise<WazzupV2> {
  const { url, apiKey } = await startSandbox()
  return createWazzupV2({ apiKey, baseUrl: url, counterUrl: url })
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}

describe("API V2's lists, read by its client", () => {
  it('lists the channels of the account', async () => {
    const client = await startClient()
    expect(await client.fetchChannels()).toContainEqual({
      channelId: channelIds.whatsapp,
      transport: 'whatsapp',
      plainId: '79865784457',
      state: 'active',
    })
  })

  it('adds, renames, replaces and removes users', async () => {
    const client = await startClient()
    await client.saveUsers([
      { id: 7, name: 'Kate' },
      { id: '2e0df379-0e3c-470f-9b36-06b9e34c3bdb', name: 'User Name' },
    ])
    await client.saveUsers([{ id: '7', name: 'Kate Moreau' }])
    expect(await client.fetchUser(7)).toEqual({ id: '7', name: 'Kate Moreau' })
    await client.replaceUsers([{ id: '8', name: 'Ivan' }])
    expect(await client.fetchUsers()).toEqual([{ id: '8', name: 'Ivan' }])
    await client.deleteUser('8')
    expect(await client.fetchUsers()).toEqual([])
    await expect(client.deleteUser('8')).rejects.toThrow(VendorRequestError)
  })

  it('pages through contacts in the requested order', async () => {
    const client = await startClient()
    const contacts = Array.from({ length: 130 }, (_, index) => ({
      id: `c${String(index).padStart(3, '0')}`,
      name: `Contact ${130 - index}`,
      chats: [{ chatType: 'whatsapp' as const, chatId: String(79_000_000_000 + index) }],
    }))
    await client.saveContacts(contacts)
    const ids = (await collect(client.listContacts({ orderDirection: 'desc' }))).map(({ id }) => id)
    expect(ids).toEqual(contacts.map(({ id }) => id).toReversed())
  })

  it('reads a contact, and keeps its dialogue when it is deleted', async () => {
    const sandbox = await startSandbox()
    const client = createWazzupV2({ apiKey: sandbox.apiKey, baseUrl: sandbox.url, counterUrl: sandbox.url })
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await client.saveContacts([{ id: 17, name: 'Ann', responsibleUserId: 7, chats: [ann, bob], deals: [1, '2'] }])
    expect(await client.fetchContact(17)).toEqual({
      id: '17',
      name: 'Ann',
      responsibleUserId: '7',
      chats: [ann, bob],
      deals: [1, '2'],
    })
    await client.deleteContact(17)
    await expect(client.fetchContact(17)).rejects.toMatchObject({ status: 404, code: 'CONTACT_NOT_FOUND' })
    expect((await callSandbox(sandbox, 'GET /_sandbox/chats')).json).toMatchObject({ chats: [ann] })
  })

  it('adds, updates and removes deals', async () => {
    const client = await startClient()
    await client.saveDeals([{ id: 5, name: 'Bicycle', responsibleUserId: '7', closed: false, contacts: ['17', 18] }])
    await client.saveDeals([{ id: 5, closed: true }])
    const deal = { id: 5, name: 'Bicycle', responsibleUserId: '7', closed: true, contacts: ['17', '18'] }
    expect(await client.fetchDeal(5)).toEqual(deal)
    expect(await collect(client.listDeals())).toEqual([deal])
    await client.deleteDeal(5)
    await expect(client.fetchDeal(5)).rejects.toMatchObject({ status: 404, code: 'DEAL_NOT_FOUND' })
  })

  it.each([
    ['GET /v2/contacts?offset=-1', undefined],
    ['GET /v2/contacts?orderBy=phone', undefined],
    ['GET /v2/deals?orderDirection=up', undefined],
    ['PATCH /v2/users', [{ id: '7' }]],
    ['PATCH /v2/users', [{ id: 'x'.repeat(65), name: 'Kate' }]],
    ['PUT /v2/users', { id: '7', name: 'Kate' }],
    ['PATCH /v2/deals', [{ name: 'no id' }]],
    ['PUT /v2/webhooks', { url: 'ftp://example.com' }],
    ['PUT /v2/webhooks', {}],
  ])('rejects %s with the reason', async (route, body) => {
    const { status, json } = await callSandbox(await startSandbox(), route, body === undefined ? {} : { body })
    expect({ status, json }).toEqual({ status: 400, json: refusal('VALIDATION_ERROR') })
  })
})

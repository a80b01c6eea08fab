import { describe, expect, it } from 'vitest'
import { collect } from '../../test/collect.ts'
import { startWazzupV2 } from '../../test/startWazzupV2.ts'
import { InvalidParametersError } from '../errors.ts'
import type { Progress } from '../http/sendInBatches.ts'

const contact = {
  id: 'c1',
  responsibleUserId: 7,
  name: 'Sam',
  chats: [{ chatType: 'whatsapp', chatId: '79991112233' }],
  deals: [1, 'd2'],
} as const
const stored = { ...contact, chats: [...contact.chats], deals: [...contact.deals] }
const deal = { id: 1, responsibleUserId: '7', name: 'A sale', closed: false, contacts: ['c1', 2] }

/** Answers a list of 230 items, 100 at a time, as the documents say. */
function page(url: string): { json: object[] } {
  const offset = Number(new URL(url, 'http://vendor').searchParams.get('offset'))
  const items = Array.from({ length: 230 }, (_, index) => ({ ...stored, id: index, contacts: [] }))
  return { json: items.slice(offset, offset + 100) }
}

describe('contacts', () => {
  it('are walked through, a hundred in a request', async () => {
    const { wazzup, requests } = await startWazzupV2(({ url }) => page(url))
    const contacts = await collect(wazzup.listContacts({ orderBy: 'name', orderDirection: 'desc', offset: 20 }))
    expect(contacts.map(({ id }) => id)).toEqual(Array.from({ length: 210 }, (_, index) => index + 20))
    expect(requests.map(({ url }) => url)).toEqual(
      [20, 120, 220].map((offset) => `/v2/contacts?offset=${offset}&orderBy=name&orderDirection=desc`),
    )
  })

  it('are not walked through in an order that is none', async () => {
    const { wazzup } = await startWazzupV2({ json: [] })
    const list = wazzup.listContacts as (parameters: unknown) => unknown // What a caller without types might pass.
    expect(() => list({ orderBy: 'age' })).toThrow(InvalidParametersError)
    expect(() => list({ offset: -1 })).toThrow(InvalidParametersError)
  })

  it('are read one by one', async () => {
    const { wazzup, requests } = await startWazzupV2({ json: { ...contact, chats: [{ chatType: 'max', chatId: 5 }] } })
    await expect(wazzup.fetchContact('c1')).resolves.toEqual({ ...contact, chats: [{ chatType: 'max', chatId: '5' }] })
    expect(requests).toMatchObject([{ method: 'GET', url: '/v2/contacts/c1' }])
  })

  it('are saved with all the table has', async () => {
    const { wazzup, requests } = await startWazzupV2({ status: 200 })
    await wazzup.saveContacts([stored])
    expect(requests).toMatchObject([{ method: 'PATCH', url: '/v2/contacts', body: [contact] }])
  })

  it('are saved a hundred in a request', async () => {
    const { wazzup, requests } = await startWazzupV2({ status: 200 })
    const progress: Progress[] = []
    const contacts = Array.from({ length: 101 }, (_, id) => ({ ...stored, id }))
    await wazzup.saveContacts(contacts, { onProgress: (step) => progress.push(step) })
    expect(requests).toHaveLength(2)
    expect(progress).toEqual([
      { done: 100, total: 101 },
      { done: 101, total: 101 },
    ])
  })

  it('are not sent at all when the last of many is not as it should be', async () => {
    const { wazzup, requests } = await startWazzupV2({ status: 200 })
    const contacts = Array.from({ length: 101 }, (_, id) => ({ ...stored, id, name: 'a'.repeat(id < 100 ? 1 : 201) }))
    await expect(wazzup.saveContacts(contacts)).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })

  it('are deleted one by one', async () => {
    const { wazzup, requests } = await startWazzupV2({ status: 200 })
    await wazzup.deleteContact('c1')
    expect(requests).toMatchObject([{ method: 'DELETE', url: '/v2/contacts/c1' }])
  })
})

describe('deals', () => {
  it('are walked through, a hundred in a request', async () => {
    const { wazzup, requests } = await startWazzupV2(({ url }) => page(url))
    expect(await collect(wazzup.listDeals({ orderBy: 'responsibleUserId' }))).toHaveLength(230)
    expect(requests.map(({ url }) => url)).toEqual(
      [0, 100, 200].map((offset) => `/v2/deals?orderBy=responsibleUserId&offset=${offset}`),
    )
  })

  it('are read one by one', async () => {
    const { wazzup, requests } = await startWazzupV2({ json: deal })
    await expect(wazzup.fetchDeal(1)).resolves.toEqual(deal)
    expect(requests).toMatchObject([{ method: 'GET', url: '/v2/deals/1' }])
  })

  it('are saved with all the table has', async () => {
    const { wazzup, requests } = await startWazzupV2({ status: 200 })
    await wazzup.saveDeals([deal])
    expect(requests).toMatchObject([{ method: 'PATCH', url: '/v2/deals', body: [deal] }])
  })

  it('are deleted one by one', async () => {
    const { wazzup, requests } = await startWazzupV2({ status: 200 })
    await wazzup.deleteDeal(1)
    expect(requests).toMatchObject([{ method: 'DELETE', url: '/v2/deals/1' }])
  })
})

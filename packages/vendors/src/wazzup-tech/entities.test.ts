import { describe, expect, it } from 'vitest'
import { collect } from '../../test/collect.ts'
import { startVendor } from '../../test/startVendor.ts'
import { InvalidAnswerError, InvalidParametersError, VendorRequestError } from '../errors.ts'
import type { Progress } from '../http/sendInBatches.ts'
import { createWazzupTech, type WazzupTech } from './createWazzupTech.ts'
import { isWazzupTechError } from './errorCodes.ts'

const processed = { json: { data: { processed: 1 }, meta: { timestamp: 1_767_225_600 } } }
const user = { id: '1', name: 'Kate', phone: '37120001122' }
const contact = {
  id: '1',
  responsible_user_id: '1',
  name: 'Ann',
  contact_data: [{ chat_type: 'whatsapp' as const, chat_id: '79991112233' }],
  uri: 'https://crm.example.com/contacts/1',
}
const deal = {
  id: 17,
  responsible_user_id: '1',
  name: 'Doors',
  uri: 'https://crm.example.com/deals/17',
  contacts: ['1'],
  closed: false,
}

const writes: [string, (wazzup: WazzupTech) => Promise<void>, { method: string; url: string; body: unknown }][] = [
  ['saveUsers', (wazzup) => wazzup.saveUsers([user]), { method: 'POST', url: '/v2/users', body: { users: [user] } }],
  [
    'updateUsers',
    (wazzup) => wazzup.updateUsers([user]),
    { method: 'PATCH', url: '/v2/users', body: { users: [user] } },
  ],
  [
    'deleteUsers',
    (wazzup) => wazzup.deleteUsers([1]),
    { method: 'DELETE', url: '/v2/users', body: { users: [{ id: '1' }] } },
  ],
  [
    'saveContacts',
    (wazzup) => wazzup.saveContacts([contact]),
    { method: 'POST', url: '/v2/contacts', body: { contacts: [contact] } },
  ],
  [
    'updateContacts',
    (wazzup) => wazzup.updateContacts([contact]),
    { method: 'PATCH', url: '/v2/contacts', body: { contacts: [contact] } },
  ],
  [
    'deleteContacts',
    (wazzup) => wazzup.deleteContacts(['1']),
    { method: 'DELETE', url: '/v2/contacts', body: { contacts: [{ id: '1' }] } },
  ],
  [
    'saveDeals',
    (wazzup) => wazzup.saveDeals([deal]),
    { method: 'POST', url: '/v2/deals', body: { deals: [{ ...deal, id: '17' }] } },
  ],
  [
    'updateDeals',
    (wazzup) => wazzup.updateDeals([deal]),
    { method: 'PATCH', url: '/v2/deals', body: { deals: [{ ...deal, id: '17' }] } },
  ],
  [
    'deleteDeals',
    (wazzup) => wazzup.deleteDeals(['17']),
    { method: 'DELETE', url: '/v2/deals', body: { deals: [{ id: '17' }] } },
  ],
]

describe('what the CRM tells of its users, contacts and deals', () => {
  it.each(writes)('%s', async (_, write, request) => {
    const { url, requests } = await startVendor(() => processed)
    await write(createWazzupTech({ accessToken: 't', baseUrl: url }))
    expect(requests).toMatchObject([request])
  })

  it('goes out a hundred at a time, and says how far it is', async () => {
    const { url, requests } = await startVendor(() => processed)
    const users = Array.from({ length: 250 }, (_, index) => ({ id: `${index}`, name: 'Somebody' }))
    const progress: Progress[] = []
    const onProgress = (step: Progress): void => void progress.push(step)
    await createWazzupTech({ accessToken: 't', baseUrl: url }).saveUsers(users, { onProgress })
    expect(requests.map(({ body }) => Object(body).users.length)).toEqual([100, 100, 50])
    expect(progress.map(({ done }) => done)).toEqual([100, 200, 250])
  })

  it.each([
    ['a phone number with a plus', [{ ...user, phone: '+37120001122' }]],
    ['a name of 151 characters', [{ ...user, name: 'a'.repeat(151) }]],
    ['an id of 65 characters', [{ ...user, id: 'a'.repeat(65) }]],
    ['the same id twice', [user, { ...user, phone: '37120001123' }]],
  ])('is checked as a whole before any of it leaves: %s', async (_, users) => {
    const { url, requests } = await startVendor(() => processed)
    const saved = createWazzupTech({ accessToken: 't', baseUrl: url }).saveUsers(users)
    await expect(saved).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })

  it('may be refused with a code', async () => {
    const { url } = await startVendor(() => ({
      status: 400,
      json: { error: 'INVALID_USER_DATA', data: [{ index: 0 }] },
    }))
    const saved = createWazzupTech({ accessToken: 't', baseUrl: url }).saveUsers([user])
    const error = await saved.catch((refusal: unknown) => refusal)
    expect(error).toBeInstanceOf(VendorRequestError)
    expect(isWazzupTechError(error, 'INVALID_USER_DATA')).toBe(true)
  })
})

describe('what the vendor has of them', () => {
  it.each([{ list: 'bare' }, { list: 'users' }, { list: 'data' }])(
    'is read from a list that is $list',
    async ({ list }) => {
      const users = [{ id: 1, name: 'Kate', phone: 37_120_001_122 }]
      const { url, requests } = await startVendor(() => ({
        json: { data: list === 'bare' ? users : { [list]: users } },
      }))
      const wazzup = createWazzupTech({ accessToken: 't', baseUrl: url })
      await expect(collect(wazzup.listUsers())).resolves.toEqual([user])
      expect(requests).toMatchObject([{ method: 'GET', url: '/v2/users' }])
    },
  )

  it('is read page by page', async () => {
    const { url, requests } = await startVendor((request) => {
      const offset = Number(new URL(request.url, 'http://vendor').searchParams.get('offset') ?? 0)
      const count = Math.min(100, 230 - offset)
      return { json: { data: Array.from({ length: count }, (_, index) => ({ ...contact, id: `${offset + index}` })) } }
    })
    const contacts = await collect(createWazzupTech({ accessToken: 't', baseUrl: url }).listContacts())
    expect(contacts.map(({ id }) => id)).toEqual(Array.from({ length: 230 }, (_, index) => `${index}`))
    expect(requests.map((request) => request.url)).toEqual([
      '/v2/contacts',
      '/v2/contacts?offset=100',
      '/v2/contacts?offset=200',
    ])
  })

  it('comes to an end when the vendor knows no pages', async () => {
    const data = Array.from({ length: 150 }, (_, index) => ({ ...deal, id: index }))
    const { url, requests } = await startVendor(() => ({ json: { data } }))
    const deals = await collect(createWazzupTech({ accessToken: 't', baseUrl: url }).listDeals())
    expect(deals).toHaveLength(150)
    expect(requests).toHaveLength(2)
  })

  it('is read one by one', async () => {
    const { url, requests } = await startVendor((request) => {
      const item = { users: user, contacts: contact, deals: deal }[request.url.split('/')[2] ?? '']
      return { json: { data: item, meta: { timestamp: 1 } } }
    })
    const wazzup = createWazzupTech({ accessToken: 't', baseUrl: url })
    await expect(wazzup.fetchUser({ user_id: '1' })).resolves.toEqual(user)
    await expect(wazzup.fetchContact({ contact_id: 1 })).resolves.toMatchObject({ id: '1', name: 'Ann' })
    await expect(wazzup.fetchDeal({ deal_id: 17 })).resolves.toEqual({ ...deal, id: '17' })
    expect(requests.map((request) => request.url)).toEqual(['/v2/users/1', '/v2/contacts/1', '/v2/deals/17'])
  })

  it('is not made up where an id is missing', async () => {
    const { url } = await startVendor(() => ({ json: { data: [{ name: 'Kate' }] } }))
    const users = collect(createWazzupTech({ accessToken: 't', baseUrl: url }).listUsers())
    await expect(users).rejects.toThrow(InvalidAnswerError)
  })
})

import { describe, expect, it } from 'vitest'
import { collect } from '../../test/collect.ts'
import { startWazzupV3 } from '../../test/startWazzupV3.ts'
import { InvalidParametersError, VendorRequestError } from '../errors.ts'
import type { Progress } from '../http/sendInBatches.ts'

const user = { id: '7', name: 'Ann', phone: '79991112233' }
const contact = {
  id: 'c1',
  responsibleUserId: '7',
  name: 'Sam',
  contactData: [{ chatType: 'telegram' as const, username: 'sam' }],
  uri: 'https://crm.example.com/contacts/1',
}
const deal = {
  id: 'd1',
  responsibleUserId: '7',
  name: 'A sale',
  uri: 'https://crm.example.com/deals/1',
  contacts: ['c1'],
  closed: false,
}

/** Answers a list of 230, 100 at a time: as `{count, data}`, or as a bare list. */
function page({ url, item, bare = false }: { url: string; item: object; bare?: boolean }): { json: unknown } {
  const offset = Number(new URL(url, 'http://vendor').searchParams.get('offset'))
  const items = Array.from({ length: 230 }, (_, index) => ({ ...item, id: `e${index}` })).slice(offset, offset + 100)
  return { json: bare ? items : { count: 230, data: items } }
}

describe.each([
  ['users', user, 'a bare list', true],
  ['users', user, 'counted pages', false],
  ['contacts', contact, 'counted pages', false],
  ['deals', deal, 'counted pages', false],
] as const)('%s', (name, item, shape, bare) => {
  it(`are walked through, as ${shape}`, async () => {
    const { wazzup, requests } = await startWazzupV3(({ url }) => page({ url, item, bare }))
    const lists = { users: wazzup.listUsers, contacts: wazzup.listContacts, deals: wazzup.listDeals }
    const found = await collect<{ id: string }>(lists[name]())
    expect(found.map(({ id }) => id)).toEqual(Array.from({ length: 230 }, (_, index) => `e${index}`))
    expect(requests.map(({ url }) => url)).toEqual([0, 100, 200].map((offset) => `/v3/${name}?offset=${offset}`))
  })
})

describe('users', () => {
  it('are listed once where the service sends all at once', async () => {
    const users = Array.from({ length: 130 }, (_, index) => ({ ...user, id: `u${index}`, accountId: 1 }))
    const { wazzup, requests } = await startWazzupV3({ json: users })
    expect(await collect(wazzup.listUsers())).toEqual(users)
    expect(requests).toHaveLength(1)
  })

  it('are listed once too where there happen to be as many as a page has', async () => {
    const users = Array.from({ length: 100 }, (_, index) => ({ ...user, id: `u${index}` }))
    const { wazzup } = await startWazzupV3({ json: users })
    expect(await collect(wazzup.listUsers())).toEqual(users)
  })

  it('are read, saved and deleted one by one and many at once', async () => {
    const { wazzup, requests } = await startWazzupV3(({ method, url }) =>
      method === 'GET' ? { json: user } : { status: 200, ...(url.endsWith('bulk_delete') && { json: ['9'] }) },
    )
    await expect(wazzup.fetchUser('7')).resolves.toEqual(user)
    await wazzup.saveUsers([user])
    await wazzup.deleteUser(7)
    await expect(wazzup.deleteUsers(['8', 9])).resolves.toEqual(['9'])
    expect(requests.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['GET', '/v3/users/7', ''],
      ['POST', '/v3/users', [user]],
      ['DELETE', '/v3/users/7', ''],
      ['PATCH', '/v3/users/bulk_delete', ['8', '9']],
    ])
  })

  it('are saved a hundred in a request', async () => {
    const { wazzup, requests } = await startWazzupV3({ status: 200 })
    const progress: Progress[] = []
    const users = Array.from({ length: 230 }, (_, index) => ({ id: index, name: 'Ann' }))
    await wazzup.saveUsers(users, { onProgress: (step) => progress.push(step) })
    expect(requests.map(({ body }) => Object(body).length)).toEqual([100, 100, 30])
    expect(progress.map(({ done }) => done)).toEqual([100, 200, 230])
  })

  it.each([
    ['a phone with a plus', [{ ...user, phone: '+79991112233' }]],
    ['an id of 65 characters', [{ ...user, id: 'a'.repeat(65) }]],
    ['no name', [{ ...user, name: '' }]],
    ['an id that comes twice', [user, { ...user, id: 7 }]],
  ])('with %s are refused before anything is sent', async (_, users) => {
    const { wazzup, requests } = await startWazzupV3({ status: 200 })
    await expect(wazzup.saveUsers(users)).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })

  it('that are refused come with what was wrong', async () => {
    const data = [{ index: 0, fields: ['phone'] }]
    const { wazzup } = await startWazzupV3({ status: 400, json: { error: 'INVALID_USERS_DATA', data } })
    const error = await wazzup.saveUsers([user]).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(VendorRequestError)
    expect(error).toMatchObject({ code: 'INVALID_USERS_DATA', data })
  })
})

describe('contacts', () => {
  it('are read, saved and deleted one by one and many at once', async () => {
    const { wazzup, requests } = await startWazzupV3(({ method }) => (method === 'GET' ? { json: contact } : {}))
    await expect(wazzup.fetchContact('c1')).resolves.toEqual(contact)
    await wazzup.saveContacts([contact])
    await wazzup.deleteContact('c1')
    await expect(wazzup.deleteContacts(['c1'])).resolves.toEqual([])
    expect(requests.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['GET', '/v3/contacts/c1', ''],
      ['POST', '/v3/contacts', [contact]],
      ['DELETE', '/v3/contacts/c1', ''],
      ['PATCH', '/v3/contacts/bulk_delete', ['c1']],
    ])
  })

  it('are read with messengers and fields that are newer than this package', async () => {
    const newer = { id: 5, name: null, contactData: [{ chatType: 'icq', chatId: 9 }], uri: null, vip: true }
    const { wazzup } = await startWazzupV3({ json: newer })
    const read = { ...newer, id: '5', contactData: [{ chatType: 'icq', chatId: '9' }] }
    await expect(wazzup.fetchContact(5)).resolves.toEqual(read)
  })

  it.each([
    ['no dialogue', [{ ...contact, contactData: [] }]],
    ['a whatsapp number with a plus', [{ ...contact, contactData: [{ chatType: 'whatsapp', chatId: '+7999' }] }]],
    ['an address of 201 characters', [{ ...contact, uri: `https://crm.example.com/${'a'.repeat(177)}` }]],
  ])('with %s are refused before anything is sent', async (_, contacts) => {
    const { wazzup, requests } = await startWazzupV3({})
    // What a caller without types might pass.
    const call = wazzup.saveContacts as (contacts: unknown) => Promise<unknown>
    await expect(call(contacts)).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })
})

describe('deals', () => {
  it('are read, saved and deleted one by one and many at once', async () => {
    const { wazzup, requests } = await startWazzupV3(({ method, url }) => {
      if (method === 'GET') return { json: { ...deal, id: 1 } }
      return url.endsWith('bulk_delete') ? { json: { notFound: [2] } } : {}
    })
    await expect(wazzup.fetchDeal(1)).resolves.toEqual({ ...deal, id: '1' })
    await wazzup.saveDeals([deal])
    await wazzup.deleteDeal('d1')
    await expect(wazzup.deleteDeals(['1', '2'])).resolves.toEqual(['2'])
    expect(requests.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['GET', '/v3/deals/1', ''],
      ['POST', '/v3/deals', [deal]],
      ['DELETE', '/v3/deals/d1', ''],
      ['PATCH', '/v3/deals/bulk_delete', ['1', '2']],
    ])
  })

  it('with 11 contacts are refused before anything is sent', async () => {
    const { wazzup, requests } = await startWazzupV3({})
    const contacts = Array.from({ length: 11 }, (_, index) => `c${index}`)
    await expect(wazzup.saveDeals([{ ...deal, contacts }])).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })
})

describe('pipelines', () => {
  it('are saved without an empty list of stages, which the vendor refuses', async () => {
    const { wazzup, requests } = await startWazzupV3({ status: 200 })
    const stages = [{ id: 's1', name: 'New' }]
    await wazzup.savePipelines([
      { id: 1, name: 'Sales', stages },
      { id: 2, name: 'Service', stages: [] },
    ])
    expect(requests).toMatchObject([{ method: 'POST', url: '/v3/pipelines' }])
    expect(requests[0]?.body).toEqual([
      { id: '1', name: 'Sales', stages },
      { id: '2', name: 'Service' },
    ])
  })

  it('are read', async () => {
    const pipelines = [{ id: '1', name: 'Sales', stages: [{ id: 's1', name: 'New' }] }]
    const { wazzup, requests } = await startWazzupV3({ json: pipelines })
    await expect(wazzup.fetchPipelines()).resolves.toEqual(pipelines)
    expect(requests).toMatchObject([{ method: 'GET', url: '/v3/pipelines' }])
  })
})

describe('templates', () => {
  it('are walked through', async () => {
    const { wazzup, requests } = await startWazzupV3(({ url }) => {
      const template = { templateGuid: 't1', templateCode: '@template: t1 { [[name]] }', status: 'approved' }
      const components = [{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Yes' }] }]
      return page({ url, item: { ...template, components }, bare: true })
    })
    const templates = await collect(wazzup.listTemplates())
    expect(templates).toHaveLength(230)
    expect(templates[0]).toMatchObject({ templateGuid: 't1', components: [{ buttons: [{ text: 'Yes' }] }] })
    expect(requests.map(({ url }) => url)).toEqual(
      [0, 100, 200].map((offset) => `/v3/templates/whatsapp?limit=100&offset=${offset}`),
    )
  })
})

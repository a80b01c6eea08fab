import { describe, expect, it } from 'vitest'
import { collect } from '../../test/collect.ts'
import { startVendor } from '../../test/startVendor.ts'
import { InvalidParametersError, VendorAuthError, VendorRequestError } from '../errors.ts'
import { createWhatomate } from './createWhatomate.ts'
import { liveContact } from './fixtures/server.ts'

const apiKey = `whm_${'0'.repeat(32)}`
const success = (data: unknown) => ({ json: { status: 'success', data } })

describe('contacts', () => {
  it('are read page by page', async () => {
    const all = Array.from({ length: 130 }, (_, index) => ({ ...liveContact, id: `c-${index}` }))
    const { url, requests } = await startVendor((request) => {
      const page = Number(new URL(request.url, 'http://server').searchParams.get('page'))
      return success({ contacts: all.slice((page - 1) * 100, page * 100), total: 130, page, limit: 100 })
    })
    const contacts = await collect(
      createWhatomate({ apiKey, baseUrl: url }).listContacts({ search: '9198', tags: ['a', 'b'] }),
    )
    expect(contacts.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
    expect(requests.map((request) => request.url)).toEqual([
      '/api/contacts?page=1&limit=100&search=9198&tags=a%2Cb',
      '/api/contacts?page=2&limit=100&search=9198&tags=a%2Cb',
    ])
  })

  it('are read one by one', async () => {
    const { url, requests } = await startVendor(() => success(liveContact))
    const contact = await createWhatomate({ apiKey, baseUrl: url }).fetchContact({ contact_id: 'c-1' })
    expect(contact).toMatchObject({ name: 'Ann', tags: ['vip'], unread_count: 1, service_window_open: true })
    expect(contact.assigned_user_id).toBeUndefined()
    expect(requests).toMatchObject([{ method: 'GET', url: '/api/contacts/c-1' }])
  })

  it('are marked as read', async () => {
    const { url, requests } = await startVendor(() => success({ status: 'ok' }))
    await createWhatomate({ apiKey, baseUrl: url }).markContactRead({ contact_id: 'c-1' })
    expect(requests).toMatchObject([{ method: 'POST', url: '/api/contacts/c-1/mark-read', text: '' }])
  })

  it('are not looked for under an id that leads elsewhere', async () => {
    const { url, requests } = await startVendor(() => success(liveContact))
    const contact = createWhatomate({ apiKey, baseUrl: url }).fetchContact({ contact_id: '../api-keys' })
    await expect(contact).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })

  it.each([
    [401, { status: 'error', message: 'Invalid API key', data: null }, VendorAuthError],
    [404, { status: 'error', message: 'Contact not found', data: null }, VendorRequestError],
    [
      404,
      { status: 'error', message: 'Route not found', data: null, error_type: 'GeneralException' },
      VendorRequestError,
    ],
  ])('may be refused: %d %j', async (status, json, kind) => {
    const { url } = await startVendor(() => ({ status, json }))
    const contact = createWhatomate({ apiKey, baseUrl: url }).fetchContact({ contact_id: 'c-1' })
    await expect(contact).rejects.toThrow(kind)
    await expect(contact).rejects.toThrow(json.message)
  })

  it('may be refused in plain text', async () => {
    const { url } = await startVendor(() => ({ status: 400, text: 'Error when parsing request' }))
    const contact = createWhatomate({ apiKey, baseUrl: url }).fetchContact({ contact_id: 'c-1' })
    await expect(contact).rejects.toThrow(VendorRequestError)
  })
})

describe('a client', () => {
  it('needs a key and an address that are some', () => {
    expect(() => createWhatomate({ apiKey: '', baseUrl: 'https://chat.example.com' })).toThrow(InvalidParametersError)
    expect(() => createWhatomate({ apiKey, baseUrl: 'chat.example.com' })).toThrow(InvalidParametersError)
  })
})

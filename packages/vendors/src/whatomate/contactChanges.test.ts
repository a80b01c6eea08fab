import { describe, expect, it } from 'vitest'
import { startVendor } from '../../test/startVendor.ts'
import { InvalidParametersError, VendorRequestError } from '../errors.ts'
import { createWhatomate } from './createWhatomate.ts'
import { liveContact } from './fixtures/server.ts'

const apiKey = `whm_${'0'.repeat(32)}`
const success = (data: unknown) => ({ json: { status: 'success', data } })

async function start(data: unknown = liveContact) {
  const { url, requests } = await startVendor(() => success(data))
  const seen = () => requests.map((request) => [request.method, request.url, request.text])
  return { client: createWhatomate({ apiKey, baseUrl: url }), seen }
}

describe('contacts', () => {
  it('are added with what the CRM knows of them', async () => {
    const { client, seen } = await start()
    const contact = { phone_number: '+919876543210', profile_name: 'Ann', metadata: { crm_id: 17 }, tags: ['vip'] }
    expect(await client.createContact(contact)).toMatchObject({ name: 'Ann' })
    expect(seen()).toEqual([['POST', '/api/contacts', JSON.stringify(contact)]])
  })

  it('are changed, assigned, given back, tagged and deleted', async () => {
    const { client, seen } = await start()
    const contact_id = 'c-1'
    await client.updateContact({ contact_id, profile_name: 'Ann K.' })
    await client.assignContact({ contact_id, user_id: 'u-1' })
    await client.assignContact({ contact_id, user_id: null })
    await client.tagContact({ contact_id, tags: ['vip'] })
    await client.deleteContact({ contact_id })
    expect(seen()).toEqual([
      ['PUT', '/api/contacts/c-1', '{"profile_name":"Ann K."}'],
      ['PUT', '/api/contacts/c-1/assign', '{"user_id":"u-1"}'],
      ['PUT', '/api/contacts/c-1/assign', '{"user_id":null}'],
      ['PUT', '/api/contacts/c-1/tags', '{"tags":["vip"]}'],
      ['DELETE', '/api/contacts/c-1', ''],
    ])
  })

  it('have the metadata that older servers call custom fields', async () => {
    const { client } = await start({ ...liveContact, metadata: undefined, custom_fields: { crm_id: 17 } })
    expect(await client.fetchContact({ contact_id: 'c-1' })).toMatchObject({ metadata: { crm_id: 17 } })
  })

  it('are not asked for what makes no sense', async () => {
    const { client, seen } = await start()
    await expect(client.createContact({ phone_number: 'Ann' })).rejects.toThrow(InvalidParametersError)
    await expect(client.updateContact({ contact_id: 'c-1' })).rejects.toThrow('change at least one field')
    await expect(client.deleteContact({ contact_id: '../api-keys' })).rejects.toThrow(InvalidParametersError)
    expect(seen()).toEqual([])
  })

  it('may be there already', async () => {
    const message = 'Contact with this phone number already exists'
    const { url } = await startVendor(() => ({ status: 409, json: { status: 'error', message, data: null } }))
    const adding = createWhatomate({ apiKey, baseUrl: url }).createContact({ phone_number: '919876543210' })
    await expect(adding).rejects.toThrow(VendorRequestError)
    await expect(adding).rejects.toMatchObject({ status: 409 })
  })
})

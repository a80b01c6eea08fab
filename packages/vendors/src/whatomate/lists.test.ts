import { describe, expect, it } from 'vitest'
import { collect } from '../../test/collect.ts'
import { startVendor } from '../../test/startVendor.ts'
import { createWhatomate, type Whatomate } from './createWhatomate.ts'

const apiKey = `whm_${'0'.repeat(32)}`
const make = (item: object) => Array.from({ length: 130 }, (_, index) => ({ id: `${index}`, ...item }))

describe('a list of the organization', () => {
  it.each<[string, string, object, (client: Whatomate) => AsyncGenerator<{ id: string }>]>([
    ['templates', '/api/templates', { name: 'hello', status: 'APPROVED' }, (client) => client.listTemplates()],
    [
      'canned_responses',
      '/api/canned-responses',
      { name: 'Greeting', content: 'Hello' },
      (client) => client.listCannedResponses(),
    ],
  ])('is read page by page: %s', async (key, path, item, list) => {
    const all = make(item)
    const { url, requests } = await startVendor((request) => {
      const page = Number(new URL(request.url, 'http://server').searchParams.get('page'))
      const data = { [key]: all.slice((page - 1) * 100, page * 100), total: 130, page, limit: 100 }
      return { json: { status: 'success', data } }
    })
    const found = await collect(list(createWhatomate({ apiKey, baseUrl: url })))
    expect(found.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
    expect(requests.map((request) => request.url)).toEqual([`${path}?page=1&limit=100`, `${path}?page=2&limit=100`])
  })

  it('may say no total', async () => {
    const { url } = await startVendor(() => ({
      json: { status: 'success', data: { templates: [{ id: '1', name: 'hello', status: 'APPROVED' }] } },
    }))
    expect(await collect(createWhatomate({ apiKey, baseUrl: url }).listTemplates())).toHaveLength(1)
  })

  it('of transfers goes by offset', async () => {
    const all = make({ status: 'active', contact_id: 'c-1', agent_id: null })
    const { url, requests } = await startVendor((request) => {
      const offset = Number(new URL(request.url, 'http://server').searchParams.get('offset'))
      const data = { transfers: all.slice(offset, offset + 100), total_count: 130, limit: 100, offset }
      return { json: { status: 'success', data } }
    })
    const found = await collect(createWhatomate({ apiKey, baseUrl: url }).listTransfers({ status: 'active' }))
    expect(found).toHaveLength(130)
    expect(found[0]?.agent_id).toBeUndefined()
    expect(requests.map((request) => request.url)).toEqual([
      '/api/chatbot/transfers?limit=100&offset=0&status=active',
      '/api/chatbot/transfers?limit=100&offset=100&status=active',
    ])
  })
})

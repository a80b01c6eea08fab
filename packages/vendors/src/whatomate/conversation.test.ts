import { describe, expect, it } from 'vitest'
import { collect } from '../../test/collect.ts'
import { startVendor, type VendorAnswer } from '../../test/startVendor.ts'
import { InvalidParametersError } from '../errors.ts'
import { createWhatomate } from './createWhatomate.ts'
import * as examples from './fixtures/messages.ts'
import { liveMessage } from './fixtures/server.ts'
import { messageStatuses } from './message.ts'

const { contact_id } = liveMessage
const apiKey = `whm_${'0'.repeat(32)}`
const nobody = '00000000-0000-0000-0000-000000000000'

async function startServer(answer: VendorAnswer) {
  const { url, requests } = await startVendor(() => answer)
  return { whatomate: createWhatomate({ apiKey, baseUrl: url }), requests }
}

const success = (data: unknown): VendorAnswer => ({ json: { status: 'success', data } })

describe('fetchMessages', () => {
  it('reads what the documents of 2025 show', async () => {
    const { whatomate } = await startServer({ json: examples.listAnswer.payload })
    const page = await whatomate.fetchMessages({ contact_id })
    expect(page).toMatchObject({ total: 120, has_more: false })
    expect(page.messages).toMatchObject([
      {
        direction: 'incoming',
        message_type: 'text',
        content: { body: 'Good morning!' },
        wamid: 'wamid.ABC',
        created_at: '2026-01-01T12:00:00Z',
      },
    ])
  })

  it('reads what a server sends', async () => {
    const data = { messages: [liveMessage], total: 1, page: 1, limit: 50, has_more: false }
    const { whatomate, requests } = await startServer(success(data))
    const page = await whatomate.fetchMessages({ contact_id })
    expect(page.messages).toMatchObject([
      { content: { body: 'Good morning!' }, wamid: 'wamid.XYZ', status: 'received' },
    ])
    expect(requests).toMatchObject([{ method: 'GET', headers: { 'x-api-key': apiKey } }])
    expect(requests[0]?.headers.authorization).toBeUndefined()
  })

  it('marks nothing as read unless it is told to', async () => {
    const { whatomate, requests } = await startServer(success({ messages: [], total: 0, has_more: false }))
    const path = `/api/contacts/${contact_id}/messages`
    await whatomate.fetchMessages({ contact_id })
    await whatomate.fetchMessages({ contact_id, before: 'm-7', limit: 20, account: 'Main' })
    await whatomate.fetchMessages({ contact_id, after: 'm-7' })
    await whatomate.fetchMessages({ contact_id, mark_read: true, page: 2 })
    expect(requests.map(({ url }) => url)).toEqual([
      `${path}?limit=50&before_id=${nobody}`,
      `${path}?limit=20&account=Main&before_id=m-7&before=m-7`,
      `${path}?limit=50&before_id=${nobody}&after=m-7`,
      `${path}?limit=50&page=2`,
    ])
  })

  it('leaves out what is not after a message, where the server knows no "after"', async () => {
    const messages = ['m-6', 'm-7', 'm-8'].map((id) => ({ ...liveMessage, id }))
    const { whatomate } = await startServer(success({ messages, total: 3, has_more: false }))
    const page = await whatomate.fetchMessages({ contact_id, after: 'm-7' })
    expect(page.messages.map(({ id }) => id)).toEqual(['m-8'])
  })

  it.each([0, 101, 1.5])('refuses a limit of %d, which the server would change in silence', async (limit) => {
    const { whatomate, requests } = await startServer(success({ messages: [], total: 0 }))
    await expect(whatomate.fetchMessages({ contact_id, limit })).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })

  it.each(Object.keys(messageStatuses))('knows the status %s', async (status) => {
    const { whatomate } = await startServer(success({ messages: [{ ...liveMessage, status }], total: 1 }))
    await expect(whatomate.fetchMessages({ contact_id })).resolves.toMatchObject({ messages: [{ status }] })
  })
})

describe('listMessages', () => {
  it('goes from the newest message back to the first', async () => {
    const all = Array.from({ length: 230 }, (_, index) => ({ ...liveMessage, id: `m-${index}` }))
    const { url, requests } = await startVendor((request) => {
      const before = new URL(request.url, 'http://server').searchParams.get('before_id')
      const end = before === nobody ? all.length : all.findIndex(({ id }) => id === before)
      const messages = all.slice(Math.max(0, end - 100), end)
      return success({ messages, total: all.length, has_more: messages.length === 100 })
    })
    const messages = await collect(createWhatomate({ apiKey, baseUrl: url }).listMessages({ contact_id }))
    expect(messages.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toReversed())
    expect(requests).toHaveLength(3)
  })

  it('comes to an end when the server keeps sending the same page', async () => {
    const messages = [liveMessage]
    const { whatomate, requests } = await startServer(success({ messages, total: 9, has_more: true }))
    await expect(collect(whatomate.listMessages({ contact_id }))).resolves.toHaveLength(2)
    expect(requests).toHaveLength(2)
  })
})

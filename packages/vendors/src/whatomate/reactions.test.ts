import { describe, expect, it } from 'vitest'
import { startVendor } from '../../test/startVendor.ts'
import { createWhatomate } from './createWhatomate.ts'

const apiKey = `whm_${'0'.repeat(32)}`

describe('sendReaction', () => {
  it.each([
    ['those there are', [{ emoji: '👍', from_user: 'u-1' }], 1],
    ['none where the server says null', null, 0],
  ])('gives back %s', async (_, reactions, count) => {
    const { url, requests } = await startVendor(() => ({
      json: { status: 'success', data: { message_id: 'm-1', reactions } },
    }))
    const client = createWhatomate({ apiKey, baseUrl: url })
    expect(await client.sendReaction({ contact_id: 'c-1', message_id: 'm-1', emoji: '👍' })).toHaveLength(count)
    expect(requests).toMatchObject([
      { method: 'POST', url: '/api/contacts/c-1/messages/m-1/reaction', text: '{"emoji":"👍"}' },
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { startVendor } from '../../test/startVendor.ts'
import { InvalidAnswerError, InvalidParametersError } from '../errors.ts'
import { createWazzupTech } from './createWazzupTech.ts'
import * as examples from './fixtures/messages.ts'
import type { MessagesDumpParameters } from './messagesDump.ts'
import { messagesDumpStatusSchema } from './messagesDumpStatus.ts'

const export_id = 'd4c3b2a1-f6e5-4890-abcd-ef0987654321'
const period = examples.dumpRequest.payload as MessagesDumpParameters // The fixture is what the test is about.

describe('an export of messages', () => {
  it('is started as the documents show it', async () => {
    const { url, requests } = await startVendor(() => ({ json: examples.dumpCreatedAnswer.payload }))
    const job = await createWazzupTech({ accessToken: 't', baseUrl: url }).createMessagesDump(period)
    expect(job).toEqual({ status: 'pending', export_id })
    expect(requests).toMatchObject([{ method: 'POST', url: '/v2/messages/messages_dump', body: period }])
  })

  it('is asked about as the documents show it', async () => {
    const { url, requests } = await startVendor(() => ({ json: examples.dumpAnswer.payload }))
    const dump = await createWazzupTech({ accessToken: 't', baseUrl: url }).fetchMessagesDump({ export_id })
    expect(dump).toEqual({ status: 'pending', url: null })
    expect(requests).toMatchObject([{ method: 'GET', url: `/v2/messages/messages_dump/${export_id}` }])
  })

  it.each(messagesDumpStatusSchema.options)('can be %s', async (status) => {
    const link = 'https://files.example.com/messages.csv'
    const { url } = await startVendor(() => ({ json: { data: { status, url: link }, meta: { timestamp: 1 } } }))
    const dump = createWazzupTech({ accessToken: 't', baseUrl: url }).fetchMessagesDump({ export_id })
    await expect(dump).resolves.toEqual({ status, url: link })
  })

  it('is not taken for ready when the vendor says something else', async () => {
    const { url } = await startVendor(() => ({ json: { data: { status: 'nearly', url: null } } }))
    const dump = createWazzupTech({ accessToken: 't', baseUrl: url }).fetchMessagesDump({ export_id })
    await expect(dump).rejects.toThrow(InvalidAnswerError)
  })

  it.each([
    { start_at: '2025-11-01', end_at: '2025-11-30T00:00:00Z' },
    { start_at: '2025-11-30T00:00:00Z', end_at: '2025-11-01T00:00:00Z' },
  ])('needs a period that is one: $start_at to $end_at', async (wrong) => {
    const { url, requests } = await startVendor(() => ({ json: examples.dumpCreatedAnswer.payload }))
    const job = createWazzupTech({ accessToken: 't', baseUrl: url }).createMessagesDump(wrong)
    await expect(job).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })
})

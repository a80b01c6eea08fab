import { describe, expect, it } from 'vitest'
import { createTestClock } from '../../test/createTestClock.ts'
import { startVendor } from '../../test/startVendor.ts'
import { startWazzupV2 } from '../../test/startWazzupV2.ts'
import { until } from '../../test/until.ts'
import { InvalidParametersError, VendorTimeoutError } from '../errors.ts'
import { createWazzupV2 } from './createWazzupV2.ts'
import * as examples from './fixtures/examples.ts'

describe('fetchWebhooks', () => {
  it("reads the documents' address", async () => {
    const { wazzup, requests } = await startWazzupV2({ json: examples.webhooksAnswer.payload })
    await expect(wazzup.fetchWebhooks()).resolves.toEqual(examples.webhooksAnswer.payload)
    expect(requests).toMatchObject([{ method: 'GET', url: '/v2/webhooks' }])
  })

  it('reads that there is none', async () => {
    const { wazzup } = await startWazzupV2((_, index) => ({ json: index === 0 ? { webhooksUrl: null } : {} }))
    await expect(wazzup.fetchWebhooks()).resolves.toEqual({ webhooksUrl: null })
    await expect(wazzup.fetchWebhooks()).resolves.toEqual({ webhooksUrl: null })
  })
})

describe('setWebhooks', () => {
  it("sends the documents' address, and reads whether it is a new one", async () => {
    const { wazzup, requests } = await startWazzupV2({ json: examples.webhooksChange.payload })
    const { payload } = examples.webhooksRequest
    await expect(wazzup.setWebhooks(payload)).resolves.toEqual(examples.webhooksChange.payload)
    expect(requests).toMatchObject([{ method: 'PUT', url: '/v2/webhooks', body: payload }])
  })

  it('stops them with null', async () => {
    const { wazzup, requests } = await startWazzupV2({ json: { webhooksUrl: null, webhooksUrlChanged: true } })
    await wazzup.setWebhooks({ url: null })
    expect(requests[0]?.body).toEqual({ url: null })
  })

  it('refuses what is no address', async () => {
    const { wazzup, requests } = await startWazzupV2({})
    await expect(wazzup.setWebhooks({ url: 'ftp://crm.example.com' })).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })

  it('leaves the vendor time to call the address first', async () => {
    const clock = createTestClock()
    const { url, requests } = await startVendor(() => 'silence')
    const set = createWazzupV2({ apiKey: 'k', baseUrl: url, clock }).setWebhooks(examples.webhooksRequest.payload)
    const seen = expect(set).rejects.toThrow(VendorTimeoutError)
    await until(() => expect(requests).toHaveLength(1))
    expect(clock.sleepers()).toEqual([40_000])
    await clock.advance(40_000)
    await seen
  })
})

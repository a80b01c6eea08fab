import { describe, expect, it } from 'vitest'
import { startVendor, type VendorAnswer } from '../../test/startVendor.ts'
import { InvalidParametersError, OutcomeUnknownError } from '../errors.ts'
import { accountExpansions, createAccount, fetchAccount } from './accounts.ts'
import { createPartnerClient } from './createPartnerClient.ts'

const meta = { timestamp: 1_763_026_882 }
const customer = { name: 'Demo Client', lang: 'en', currency: 'EUR', country: 'EU', timezone: 2 } as const

async function startPartner(answer: VendorAnswer) {
  const { url, requests } = await startVendor(() => answer)
  const partner = createPartnerClient({
    email: 'partner@example.com',
    password: 'secret',
    baseUrl: url,
    random: () => 0,
  })
  return { partner, requests }
}

describe("an end customer's account", () => {
  it("is created with the partner's login", async () => {
    const json = { data: { account: { account_id: 12_345_678, name: 'Demo Client' } }, meta }
    const { partner, requests } = await startPartner({ json })
    expect(await createAccount(partner, customer)).toEqual({ account_id: '12345678', name: 'Demo Client' })
    const authorization = `Basic ${btoa('partner@example.com:secret')}`
    expect(requests).toMatchObject([
      { method: 'POST', url: '/v2/accounts', headers: { authorization }, body: customer },
    ])
  })

  it('may have been created when the answer was lost', async () => {
    const { partner, requests } = await startPartner('cut')
    await expect(createAccount(partner, customer)).rejects.toThrow(OutcomeUnknownError)
    expect(requests).toHaveLength(1)
  })

  it.each([
    ['a short name', { name: 'De' }],
    ['another language', { lang: 'ru' }],
    ['another currency', { currency: 'RUB' }],
    ['another country', { country: 'FR' }],
    ['no such time zone', { timezone: 15 }],
  ])('is not asked for with %s', async (_, change) => {
    const { partner, requests } = await startPartner({ json: {} })
    const given = { ...customer, ...change } as typeof customer // What a caller without types might pass.
    await expect(createAccount(partner, given)).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })

  it('is read, bare or with all there is to it, wherever that stands', async () => {
    const channels = [{ channel_id: 'c-1', transport: 'telegram' }]
    const account = { account_id: '12345678', name: 'Demo Client' }
    const first = await startPartner({ json: { data: { account, channels, billing: { payer: 'partner' } }, meta } })
    const expand = [...accountExpansions]
    expect(await fetchAccount(first.partner, { account_id: 12_345_678, expand })).toEqual({
      ...account,
      channels,
      billing: { payer: 'partner' },
    })
    expect(first.requests[0]?.url).toBe('/v2/accounts/12345678?expand=billing%2Cchannels%2Csubscriptions')
    const second = await startPartner({ json: { data: [{ ...account, channels }], meta } })
    expect(await fetchAccount(second.partner, { account_id: '12345678' })).toEqual({ ...account, channels })
    expect(second.requests[0]?.url).toBe('/v2/accounts/12345678')
  })

  it('has a number of 8 digits', async () => {
    const { partner, requests } = await startPartner({ json: {} })
    for (const account_id of ['1234567', '1234-5678', '../oauth'])
      await expect(fetchAccount(partner, { account_id })).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })
})

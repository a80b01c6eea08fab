import { describe, expect, it } from 'vitest'
import { startWazzupV3 } from '../../test/startWazzupV3.ts'
import { InvalidParametersError } from '../errors.ts'

const parameters = { crmCode: 'shop_crm-2', authRedirectUri: 'https://crm.example.com/wazzup', secret: 'CANARY-secret' }

describe('setMarketplace', () => {
  it('says how customers connect the CRM, with or without one address for all', async () => {
    const { wazzup, requests } = await startWazzupV3({ text: '' })
    await wazzup.setMarketplace(parameters)
    await wazzup.setMarketplace({ ...parameters, authRedirectUri: '' })
    expect(requests).toMatchObject([
      { method: 'POST', url: '/v3/marketplace', headers: { authorization: 'Bearer the-key' }, body: parameters },
      { body: { ...parameters, authRedirectUri: '' } },
    ])
  })

  it.each([
    ['a code with a space', { crmCode: 'shop crm' }],
    ['an address that is none', { authRedirectUri: 'crm.example.com' }],
    ['no secret', { secret: '' }],
  ])('refuses %s before anything is sent', async (_, change) => {
    const { wazzup, requests } = await startWazzupV3({ text: '' })
    await expect(wazzup.setMarketplace({ ...parameters, ...change })).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })

  it('keeps the secret out of errors', async () => {
    const json = { error: 'VALIDATION_ERROR', description: `no good: ${parameters.secret}` }
    const { wazzup } = await startWazzupV3({ status: 400, json })
    const error = await wazzup.setMarketplace(parameters).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ status: 400, code: 'VALIDATION_ERROR' })
    expect(String(error) + JSON.stringify(error)).not.toContain('CANARY')
  })
})

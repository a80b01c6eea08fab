import { describe, expect, it } from 'vitest'
import { startWazzupV3 } from '../../test/startWazzupV3.ts'
import { InvalidParametersError } from '../errors.ts'

const parameters = {
  clientApiKey: 'CANARY-key-of-the-customer',
  webhooksUri: 'https://crm.example.com/hooks/3f9a',
  subscriptions: { messagesAndStatuses: true, contactsAndDealsCreation: false },
}

describe('migrateClient', () => {
  it("moves one customer's webhooks to API v3, with the key of the CRM's maker", async () => {
    const { wazzup, requests } = await startWazzupV3({ json: { ok: true } })
    await wazzup.migrateClient(parameters)
    expect(requests).toMatchObject([
      { method: 'POST', url: '/v3/migration', headers: { authorization: 'Bearer the-key' }, body: parameters },
    ])
  })

  it('needs a key and an address, and knows two subscriptions only', async () => {
    const { wazzup, requests } = await startWazzupV3({ json: {} })
    const migrate = wazzup.migrateClient as (given: unknown) => Promise<void> // What a caller without types might pass.
    for (const change of [
      { clientApiKey: '' },
      { webhooksUri: 'nowhere' },
      { subscriptions: { templateStatus: true } },
    ])
      await expect(migrate({ ...parameters, ...change })).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })

  it("keeps the customer's key out of errors", async () => {
    const json = { error: 'NO_SUCH_ACCOUNT', description: `no account for ${parameters.clientApiKey}` }
    const { wazzup } = await startWazzupV3({ status: 400, json })
    const error = await wazzup.migrateClient(parameters).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ status: 400, code: 'NO_SUCH_ACCOUNT' })
    expect(String(error) + JSON.stringify(error)).not.toContain('CANARY')
  })
})

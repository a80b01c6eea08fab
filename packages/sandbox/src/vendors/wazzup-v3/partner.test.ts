import { createWazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import { describe, expect, it } from 'vitest'
import { callV3 } from '../../../test/callV3.ts'
import { createV3Client } from '../../../test/createV3Client.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { startReceiver } from '../../../test/startReceiver.ts'
import { startSandbox } from '../../../test/startSandbox.ts'

const entry = { crmCode: 'shop_crm-2', authRedirectUri: 'https://crm.example.com/wazzup', secret: 's3cret' }

describe('the marketplace of API v3', () => {
  it("saves a CRM’s connection settings, repeatedly from its maker, and rejects another maker's code", async () => {
    const sandbox = await startSandbox()
    const other = await sandbox.addAccount()
    const maker = createV3Client(sandbox)
    await maker.setMarketplace(entry)
    await maker.setMarketplace({ ...entry, authRedirectUri: '' })
    const rival = createV3Client(sandbox, other.apiKey)
    await expect(rival.setMarketplace(entry)).rejects.toMatchObject({ status: 400, code: 'CRM_CODE_NOT_UNIQUE' })
    await rival.setMarketplace({ ...entry, crmCode: 'another' })
  })

  it.each([{ crmCode: 'not a code' }, { secret: '' }, { authRedirectUri: 'nowhere' }, { crmCode: 7 }])(
    'rejects %j',
    async (change) => {
      const sandbox = await startSandbox()
      const answer = await callV3(sandbox, 'POST /v3/marketplace', { body: { ...entry, ...change } })
      expect(answer).toMatchObject({ status: 400, json: { error: 'VALIDATION_ERROR' } })
    },
  )
})

describe('the migration from API V2 to v3', () => {
  it("stops a customer's V2 webhooks, and sends v3's to the new address, after a test call", async () => {
    const sandbox = await startSandbox()
    const customer = await sandbox.addAccount({ apiKey: 'key-of-the-customer' })
    const [before, after] = [await startReceiver(), await startReceiver()]
    const v2 = createWazzupV2({ apiKey: customer.apiKey, baseUrl: sandbox.url, counterUrl: sandbox.url })
    await v2.setWebhooks({ url: before.url })
    await createV3Client(sandbox).migrateClient({
      clientApiKey: customer.apiKey,
      webhooksUri: after.url,
      subscriptions: { messagesAndStatuses: true },
    })
    expect(after.calls).toMatchObject([{ json: { test: true } }])
    expect(await v2.fetchWebhooks()).toEqual({ webhooksUrl: null })
    await customer.simulate.message({ ...ann, text: 'Hello' })
    await expect.poll(() => after.calls[1]?.json).toMatchObject({ messages: [{ text: 'Hello' }] })
    expect(before.calls).toHaveLength(1)
    expect(await createV3Client(sandbox, customer.apiKey).fetchWebhooks()).toMatchObject({
      webhooksUri: after.url,
      subscriptions: { messagesAndStatuses: true, contactsAndDealsCreation: false },
    })
  })

  it('changes nothing for an unknown key, or an address that fails the test', async () => {
    const sandbox = await startSandbox()
    const receiver = await startReceiver()
    const maker = createV3Client(sandbox)
    const parameters = { clientApiKey: sandbox.apiKey, webhooksUri: receiver.url }
    const unknown = maker.migrateClient({ ...parameters, clientApiKey: sandbox.whatomateKey })
    await expect(unknown).rejects.toMatchObject({ status: 400, code: 'NO_SUCH_ACCOUNT' })
    receiver.answer.status = 500
    await expect(maker.migrateClient(parameters)).rejects.toMatchObject({ status: 400, code: 'TEST_POST_NOT_PASSED' })
    const body = { ...parameters, webhooksUri: 'nowhere' }
    expect(await callV3(sandbox, 'POST /v3/migration', { body })).toMatchObject({ json: { error: 'uriNotValid' } })
    expect(await maker.fetchWebhooks()).toMatchObject({ webhooksUri: null })
  })
})

describe('a sidecar key', () => {
  it.each([
    ['POST /v3/marketplace', entry],
    ['POST /v3/migration', { clientApiKey: 'x', webhooksUri: 'https://example.com' }],
    ['POST /v3/iframe', { user: { id: '7', name: 'Kate' }, scope: 'global' }],
    ['GET /v3/unanswered/7', undefined],
    ['GET /v3/users', undefined],
    ['GET /v3/contacts', undefined],
    ['GET /v3/deals', undefined],
    ['GET /v3/pipelines', undefined],
    ['POST /v3/users', 'no list, but nobody looks at it'],
  ])('does not open %s, and gets a one-word error', async (route, body) => {
    const sandbox = await startSandbox()
    const answer = await callV3(sandbox, route, { key: `${sandbox.apiKey}-sidecar`, ...(body && { body }) })
    expect(answer).toMatchObject({ status: 403, json: { error: 'FORBIDDEN' } })
    expect(Object.keys(answer.json ?? {})).toEqual(['error'])
  })

  it.each(['GET /v3/channels', 'GET /v3/webhooks', 'GET /v3/templates/whatsapp'])('opens %s', async (route) => {
    const sandbox = await startSandbox()
    expect((await callV3(sandbox, route, { key: `${sandbox.apiKey}-sidecar` })).status).toBe(200)
  })
})

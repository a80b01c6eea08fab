import {
  accountExpansions,
  createAccount,
  createPartnerClient,
  createWazzupTech,
  fetchAccount,
  fetchAccountTokens,
} from '@crm-chat/vendors/wazzup-tech'
import { describe, expect, it } from 'vitest'
import { callSandbox } from '../../../test/callSandbox.ts'
import { makeFolder } from '../../../test/makeFolder.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { createTechClient, techRefusal } from '../../../test/techClient.ts'
import type { Sandbox } from '../../index.ts'

const customer = { name: 'Demo Client', lang: 'en', currency: 'EUR', country: 'EU', timezone: 2 } as const

function createPartner({ url }: Sandbox, password = 'sandbox_partner') {
  return createPartnerClient({ email: 'partner@example.com', password, baseUrl: `${url}/tech` })
}

/** Calls a route of the partner without the checks of the client. */
function callPartner(sandbox: Sandbox, route: string, body?: unknown) {
  const authorization = `Basic ${btoa('partner@example.com:sandbox_partner')}`
  return callSandbox(sandbox, route, { headers: { authorization }, ...(body === undefined ? {} : { body }) })
}

describe('an account that a partner creates', () => {
  it('is returned as documented, and opened by tokens for its number', async () => {
    const sandbox = await startSandbox()
    const { status, json } = await callPartner(sandbox, 'POST /tech/v2/accounts', customer)
    const account = { account_id: 10_000_002, name: 'Demo Client' }
    expect({ status, json }).toEqual({
      status: 200,
      json: { data: { account }, meta: { timestamp: expect.any(Number) } },
    })
    const { accessToken } = await fetchAccountTokens(createPartner(sandbox), account)
    const client = createWazzupTech({ accessToken, baseUrl: `${sandbox.url}/tech` })
    await client.saveUsers([{ id: '7', name: 'Kate' }])
    expect(await client.fetchUser({ user_id: '7' })).toMatchObject({ name: 'Kate' })
    await expect(createTechClient(sandbox).fetchUser({ user_id: '7' })).rejects.toMatchObject({ status: 404 })
  })

  it('is read, with the requested extra fields', async () => {
    const sandbox = await startSandbox()
    const partner = createPartner(sandbox)
    const { account_id } = await createAccount(partner, customer)
    expect(await fetchAccount(partner, { account_id })).toEqual({ account_id, name: 'Demo Client' })
    const { channels = [], ...found } = await fetchAccount(partner, { account_id, expand: [...accountExpansions] })
    expect(found).toMatchObject({ account_id, billing: { billed_by: 'partner' }, subscriptions: expect.any(Array) })
    expect(channels[0]).toMatchObject({ channel_id: expect.any(String), transport: 'whatsapp', status: 'active' })
    expect(found.subscriptions).toHaveLength(channels.length)
  })

  it('survives a restart, with its name, when the sandbox uses a data file', async () => {
    const data = `${await makeFolder()}/sandbox.db`
    const before = await startSandbox({ data })
    const { account_id } = await createAccount(createPartner(before), customer)
    await before.close()
    const after = await startSandbox({ data })
    expect(await fetchAccount(createPartner(after), { account_id })).toMatchObject({ name: 'Demo Client' })
  })

  it.each([
    ['a short name', { name: 'De' }, /^name must have at least 3 characters, and has 2$/],
    ['another language', { lang: 'ru' }, /^lang must be one of "en", .*, not "ru"$/],
    ['a time zone that is none', { timezone: -13 }, /^timezone must be -12 or more$/],
    ['a field that does not exist', { plan: 'max' }, 'property plan should not exist'],
  ])('is rejected with %s', async (_, change, message) => {
    const sandbox = await startSandbox()
    const { status, json } = await callPartner(sandbox, 'POST /tech/v2/accounts', { ...customer, ...change })
    expect({ status, json }).toEqual({ status: 400, json: techRefusal(expect.stringMatching(message)) })
  })

  it('is visible only to its partner, and has a number of 8 digits', async () => {
    const sandbox = await startSandbox()
    await expect(createAccount(createPartner(sandbox, 'guess'), customer)).rejects.toMatchObject({ status: 401 })
    expect(await callSandbox(sandbox, 'GET /tech/v2/accounts/10000001')).toMatchObject({ status: 401 })
    expect(await callPartner(sandbox, 'GET /tech/v2/accounts/1')).toMatchObject({ status: 400 })
    expect(await callPartner(sandbox, 'GET /tech/v2/accounts/99999999')).toMatchObject({ status: 404 })
    expect(await callPartner(sandbox, 'GET /tech/v2/accounts/10000001?expand=secrets')).toMatchObject({ status: 400 })
  })
})

import {
  createAuthorization,
  createPartnerClient,
  createWazzupTech,
  exchangeCode,
  fetchAccountTokens,
  refreshTokens,
} from '@crm-chat/vendors/wazzup-tech'
import { describe, expect, it } from 'vitest'
import { callSandbox } from '../../../test/callSandbox.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import type { Sandbox } from '../../index.ts'

const client_id = 'crm'
const redirect_uri = 'https://crm.example.com/callback?from=wazzup'

function createPartner({ url }: Sandbox, password = 'sandbox_partner') {
  return createPartnerClient({ email: 'partner@example.com', password, baseUrl: `${url}/tech` })
}

/** Answers the question on the authorize page the way its form does. @returns where the browser is sent. */
async function decide(link: string, decision: 'allow' | 'deny'): Promise<URLSearchParams> {
  const answer = await fetch(link, { method: 'POST', body: new URLSearchParams({ decision }), redirect: 'manual' })
  expect(answer.status).toBe(302)
  const back = new URL(answer.headers.get('location') ?? '')
  expect(back.href).toContain('https://crm.example.com/callback?from=wazzup&')
  return back.searchParams
}

async function authorize(sandbox: Sandbox) {
  const { url, state, code_verifier } = await createAuthorization({
    client_id,
    redirect_uri,
    baseUrl: `${sandbox.url}/tech`,
  })
  const back = await decide(url, 'allow')
  expect(back.get('state')).toBe(state)
  return { client_id, redirect_uri, code: back.get('code') ?? '', code_verifier }
}

const listChannels = (sandbox: Sandbox, accessToken: string) =>
  createWazzupTech({ accessToken, baseUrl: `${sandbox.url}/tech` }).fetchChannels()

describe('simplified tokens', () => {
  it('open an account of the partner, and expire after an hour', async () => {
    const sandbox = await startSandbox()
    const { accessToken } = await fetchAccountTokens(createPartner(sandbox), { account_id: '1000-0001' })
    expect(await listChannels(sandbox, accessToken)).not.toEqual([])
    sandbox.clock.advance(60 * 60 * 1000)
    await expect(listChannels(sandbox, accessToken)).rejects.toMatchObject({ status: 401 })
  })

  it('keep accounts apart', async () => {
    const sandbox = await startSandbox()
    const { json } = await callSandbox(sandbox, 'POST /_sandbox/accounts', { body: {} })
    expect(json).toMatchObject({ accountId: 10_000_002 })
    const partner = createPartner(sandbox)
    const tokens = await Promise.all(
      [10_000_001, 10_000_002].map((account_id) => fetchAccountTokens(partner, { account_id })),
    )
    const [first, second] = tokens.map(({ accessToken }) =>
      createWazzupTech({ accessToken, baseUrl: `${sandbox.url}/tech` }),
    )
    await first?.saveUsers([{ id: 1, name: 'Kate' }])
    await expect(second?.fetchUser({ user_id: 1 })).rejects.toMatchObject({ status: 404 })
  })

  it('are rejected for a wrong login and an unknown account', async () => {
    const sandbox = await startSandbox()
    const wrong = fetchAccountTokens(createPartner(sandbox, 'guess'), { account_id: 10_000_001 })
    await expect(wrong).rejects.toMatchObject({ status: 401 })
    const foreign = fetchAccountTokens(createPartner(sandbox), { account_id: 99_999_999 })
    await expect(foreign).rejects.toMatchObject({ status: 400, code: 'INVALID_GRANT' })
  })
})

describe('OAuth', () => {
  it('asks the customer on a page that names the partner and cannot be framed', async () => {
    const sandbox = await startSandbox()
    const { url } = await createAuthorization({ client_id: '<b>crm', redirect_uri, baseUrl: `${sandbox.url}/tech` })
    const page = await fetch(url)
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(await page.text()).toContain('Give &lt;b&gt;crm access')
  })

  it('issues tokens for a consent code and a refresh token, each once', async () => {
    const sandbox = await startSandbox()
    const partner = createPartner(sandbox)
    const code = await authorize(sandbox)
    const first = await exchangeCode(partner, code)
    expect(await listChannels(sandbox, first.accessToken)).not.toEqual([])
    await expect(exchangeCode(partner, code)).rejects.toMatchObject({ code: 'INVALID_GRANT' })
    const refresh = { refresh_token: first.refreshToken ?? '', client_id }
    const second = await refreshTokens(partner, refresh)
    expect(await listChannels(sandbox, second.accessToken)).not.toEqual([])
    await expect(refreshTokens(partner, refresh)).rejects.toMatchObject({ code: 'INVALID_GRANT' })
  })

  it.each([
    ['another verifier', { code_verifier: 'x'.repeat(43) }],
    ['another address', { redirect_uri: 'https://evil.example.com' }],
    ['another client', { client_id: 'evil' }],
  ])('issues nothing to %s, and invalidates the code', async (_, change) => {
    const sandbox = await startSandbox()
    const partner = createPartner(sandbox)
    const code = await authorize(sandbox)
    await expect(exchangeCode(partner, { ...code, ...change })).rejects.toMatchObject({ code: 'INVALID_GRANT' })
    await expect(exchangeCode(partner, code)).rejects.toMatchObject({ code: 'INVALID_GRANT' })
  })

  it('notifies the partner when the customer declines', async () => {
    const sandbox = await startSandbox()
    const { url } = await createAuthorization({ client_id, redirect_uri, baseUrl: `${sandbox.url}/tech` })
    const back = await decide(url, 'deny')
    expect([back.get('error'), back.get('code')]).toEqual(['access_denied', null])
  })

  it('lets no other page consent for the customer', async () => {
    const sandbox = await startSandbox()
    const { url } = await createAuthorization({ client_id, redirect_uri, baseUrl: `${sandbox.url}/tech` })
    const headers = { origin: 'https://evil.example.com' }
    const body = new URLSearchParams({ decision: 'allow' })
    expect(await fetch(url, { method: 'POST', body, headers, redirect: 'manual' })).toMatchObject({ status: 400 })
  })
})

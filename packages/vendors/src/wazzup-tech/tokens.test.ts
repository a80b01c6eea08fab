import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createTestClock } from '../../test/createTestClock.ts'
import { type ReceivedRequest, startVendor, type VendorAnswer } from '../../test/startVendor.ts'
import { until } from '../../test/until.ts'
import { OutcomeUnknownError, VendorAuthError, VendorRequestError, VendorTimeoutError } from '../errors.ts'
import { createAuthorization, toCodeChallenge } from './createAuthorization.ts'
import { createPartnerClient, type PartnerClient } from './createPartnerClient.ts'
import { createWazzupTech } from './createWazzupTech.ts'
import * as examples from './fixtures/authorization.ts'
import { createAccountTokenSource, createOAuthTokenSource } from './oauthTokenSource.ts'
import { exchangeCode, fetchAccountTokens, refreshTokens } from './tokens.ts'

const login = { email: 'partner@example.com', password: 'CANARY-päßword' }
const verifier = 'CANARY-verifier-of-more-than-43-characters-of-text'

async function startPartner(
  answer: (request: ReceivedRequest, index: number) => VendorAnswer,
): Promise<{ partner: PartnerClient; requests: ReceivedRequest[]; url: string }> {
  const { url, requests } = await startVendor(answer)
  return { partner: createPartnerClient({ ...login, baseUrl: url, clock: createTestClock() }), requests, url }
}

const startedAt = Date.UTC(2026, 0, 1)
const grantOf = ({ body }: ReceivedRequest): unknown => Object(body).grant_type

describe('tokens of a customer who gave leave', () => {
  it('are had for a code', async () => {
    const { partner, requests } = await startPartner(() => ({ json: examples.tokenAnswer }))
    const code = { code: 'CANARY-code', redirect_uri: 'https://crm.example.com/back', client_id: 'app-1' }
    await expect(exchangeCode(partner, { ...code, code_verifier: verifier })).resolves.toEqual({
      accessToken: 'CANARY-access-token',
      refreshToken: 'CANARY-refresh-token',
      accessExpiresAtMs: startedAt + 3_600_000,
    })
    expect(requests).toMatchObject([
      {
        method: 'POST',
        url: '/v2/oauth/token',
        headers: {
          authorization: `Basic ${Buffer.from(`${login.email}:${login.password}`, 'utf8').toString('base64')}`,
        },
        body: { grant_type: 'authorization_code', authorize_code_data: { ...code, code_verifier: verifier } },
      },
    ])
  })

  it('are renewed', async () => {
    const { partner, requests } = await startPartner(() => ({ json: { access_token: 'new', expires_in: 60 } }))
    const tokens = await refreshTokens(partner, { refresh_token: 'old', client_id: 'app-1' })
    expect(tokens).toEqual({ accessToken: 'new', accessExpiresAtMs: startedAt + 60_000 })
    expect(requests[0]?.body).toEqual({
      grant_type: 'refresh_token',
      refresh_token_data: { refresh_token: 'old', client_id: 'app-1' },
    })
  })

  it('may have been given when the answer to a code was lost', async () => {
    const { partner, requests } = await startPartner(() => 'cut')
    const code = { code: 'code', redirect_uri: 'https://crm.example.com/back', client_id: 'app-1' }
    await expect(exchangeCode(partner, { ...code, code_verifier: verifier })).rejects.toThrow(OutcomeUnknownError)
    expect(requests).toHaveLength(1)
  })
})

describe('tokens of an account the partner created', () => {
  it('are had for a machine token', async () => {
    const machine = { data: { access_token: 'CANARY-machine-token' }, meta: { timestamp: 1 } }
    const { partner, requests } = await startPartner((_, index) => ({ json: index ? examples.tokenAnswer : machine }))
    const tokens = await fetchAccountTokens(partner, { account_id: '1234-5678' })
    expect(tokens).toMatchObject({ accessToken: 'CANARY-access-token', refreshToken: 'CANARY-refresh-token' })
    expect(requests.map(({ body }) => body)).toEqual([examples.machineTokenRequest, examples.tokenExchangeRequest])
  })

  it('are renewed by the refresh token while it lasts, and from the start after that', async () => {
    const { partner, requests } = await startPartner((request) => {
      const ended = grantOf(request) === 'refresh_token'
      return ended ? { status: 400, json: { message: 'refresh token expired' } } : { json: examples.tokenAnswer }
    })
    const tokens = { accessToken: 'old', refreshToken: 'ended', accessExpiresAtMs: 0 }
    const source = createAccountTokenSource(partner, { account_id: 12_345_678, client_id: 'app-1', tokens })
    await expect(source.getAccessToken()).resolves.toBe('CANARY-access-token')
    expect(requests.map(grantOf)).toEqual([
      'refresh_token',
      'client_credentials',
      'urn:ietf:params:oauth:grant-type:token-exchange',
    ])
  })
})

describe('a client with a token source', () => {
  it('renews a token the vendor refuses, and asks again', async () => {
    const { partner, requests, url } = await startPartner((request) => {
      if (request.url === '/v2/oauth/token') return { json: examples.tokenAnswer }
      const known = request.headers.authorization === 'Bearer CANARY-access-token'
      return known ? { json: { data: [] } } : { status: 401, json: { message: 'Unauthorized' } }
    })
    const tokens = { accessToken: 'revoked', refreshToken: 'refresh', accessExpiresAtMs: startedAt + 3_600_000 }
    const accessToken = createOAuthTokenSource(partner, { client_id: 'app-1', tokens })
    await expect(createWazzupTech({ accessToken, baseUrl: url }).fetchChannels()).resolves.toEqual([])
    expect(requests.map((request) => request.url)).toEqual(['/v2/channels', '/v2/oauth/token', '/v2/channels'])
  })

  it('repeats a send that was not let in, for it had no effect', async () => {
    const { partner, requests, url } = await startPartner((request, index) => {
      if (request.url === '/v2/oauth/token') return { json: examples.tokenAnswer }
      return index === 0 ? { status: 401 } : { json: { data: { request_id: 'r', chat_id: '79991112233' } } }
    })
    const tokens = { accessToken: 'revoked', refreshToken: 'refresh', accessExpiresAtMs: startedAt + 3_600_000 }
    const accessToken = createOAuthTokenSource(partner, { client_id: 'app-1', tokens })
    await createWazzupTech({ accessToken, baseUrl: url }).sendMessage({
      channel_id: '5f0f6f0a-58f2-4d0e-9d5a-0c5b7f3f4b11',
      recipient: { chat_type: 'whatsapp', chat_id: '79991112233' },
      text: 'Hello',
    })
    expect(requests.filter((request) => request.url === '/v2/messages')).toHaveLength(2)
  })

  it('does not wait for a token longer than it waits for an answer', async () => {
    const { partner, requests, url } = await startPartner(() => 'silence')
    const clock = createTestClock()
    const accessToken = createAccountTokenSource(partner, { account_id: 12_345_678 })
    const channels = createWazzupTech({ accessToken, baseUrl: url, clock, retries: 0 }).fetchChannels()
    const outcome = expect(channels).rejects.toThrow(VendorTimeoutError)
    await until(() => expect(requests).toHaveLength(1))
    await clock.advance(10_000)
    await outcome
  })

  it('gives up waiting for a token when the caller does', async () => {
    const { partner, requests, url } = await startPartner(() => 'silence')
    const accessToken = createAccountTokenSource(partner, { account_id: 12_345_678 })
    const caller = new AbortController()
    const channels = createWazzupTech({ accessToken, baseUrl: url }).fetchChannels({ signal: caller.signal })
    const outcome = expect(channels).rejects.toThrow('enough')
    await until(() => expect(requests).toHaveLength(1))
    caller.abort(new Error('enough'))
    await outcome
  })

  it('says that it was not let in when there is no other token in time', async () => {
    const { partner, requests, url } = await startPartner((request) =>
      request.url === '/v2/oauth/token' ? 'silence' : { status: 401 },
    )
    const clock = createTestClock()
    const tokens = { accessToken: 'revoked', refreshToken: 'refresh', accessExpiresAtMs: startedAt + 3_600_000 }
    const accessToken = createOAuthTokenSource(partner, { client_id: 'app-1', tokens })
    const channels = createWazzupTech({ accessToken, baseUrl: url, clock }).fetchChannels()
    const outcome = expect(channels).rejects.toThrow(VendorAuthError)
    await until(() => expect(requests).toHaveLength(2))
    await clock.advance(10_000)
    await outcome
  })

  it('says that it was not let in when there is no other token', async () => {
    const { url, requests } = await startVendor(() => ({ status: 401, json: { message: 'Unauthorized' } }))
    const channels = createWazzupTech({ accessToken: 'revoked', baseUrl: url }).fetchChannels()
    await expect(channels).rejects.toThrow(VendorAuthError)
    expect(requests).toHaveLength(1)
  })
})

describe('a secret', () => {
  it('is in no error, though the vendor repeats everything it was sent', async () => {
    const { partner } = await startPartner(({ text, headers }) => ({
      status: 400,
      json: { message: `${text} ${headers.authorization}`, data: JSON.parse(text) },
    }))
    const code = { code: 'CANARY-code', redirect_uri: 'https://crm.example.com/back', client_id: 'app-1' }
    const errors = await Promise.all([
      exchangeCode(partner, { ...code, code_verifier: verifier }).catch((error: unknown) => error),
      refreshTokens(partner, { refresh_token: 'CANARY-refresh-token', client_id: 'app-1' }).catch(
        (error: unknown) => error,
      ),
    ])
    for (const error of errors) expect(error).toBeInstanceOf(VendorRequestError)
    const login64 = Buffer.from(`${login.email}:${login.password}`).toString('base64')
    const printed = inspect([errors, partner], { depth: 20 }) + JSON.stringify(errors)
    expect(printed).not.toContain('CANARY')
    expect(printed).not.toContain(login64)
  })

  it('is not seen when a token source or a client with one is printed', () => {
    const partner = createPartnerClient(login)
    const tokens = { accessToken: 'CANARY-a', refreshToken: 'CANARY-b', accessExpiresAtMs: 0 }
    const accessToken = createOAuthTokenSource(partner, { client_id: 'app-1', tokens })
    expect(inspect([accessToken, createWazzupTech({ accessToken })], { depth: 20 })).not.toContain('CANARY')
  })
})

describe('createAuthorization', () => {
  it('makes the link for the customer, and what it must be checked with', async () => {
    const request = { client_id: 'app-1', redirect_uri: 'https://crm.example.com/back?x=1' }
    const { url, state, code_verifier } = await createAuthorization(request)
    const link = new URL(url)
    expect(link.origin + link.pathname).toBe('https://tech.wazzup24.com/v2/oauth/authorize')
    expect(Object.fromEntries(link.searchParams)).toEqual({
      response_type: 'code',
      ...request,
      scope: 'transport,crm',
      state,
      code_challenge: await toCodeChallenge(code_verifier),
      code_challenge_method: 'S256',
    })
    expect(code_verifier).toMatch(/^[A-Za-z0-9\-._~]{43,128}$/)
    expect(url).not.toContain(code_verifier)
  })

  it('makes the challenge that RFC 7636 makes of its example', async () => {
    const challenge = await toCodeChallenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')
    expect(challenge).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
  })

  it('never makes the same secrets twice', async () => {
    const request = { client_id: 'app-1', redirect_uri: 'https://crm.example.com/back' }
    const made = await Promise.all(Array.from({ length: 20 }, () => createAuthorization(request)))
    const secrets = made.flatMap(({ state, code_verifier }) => [state, code_verifier])
    expect(new Set(secrets).size).toBe(40)
  })
})

import { randomUUID } from 'node:crypto'
import { wazzupTech } from '@crm-chat/vendors/endpoints'
import type { tokenRequestSchema } from '@crm-chat/vendors/wazzup-tech'
import type * as z from 'zod'
import type { Account, Accounts } from '../../server/account.ts'
import type { Refusal } from '../../server/http/respondError.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { mintToken, readToken, tokenLifetimes } from './accessTokens.ts'
import { authenticatePartner, unauthorizedPartner } from './authenticate.ts'
import { issueTokens, readCode, spendCode, spendRefreshToken } from './grants.ts'
import { respondData } from './respondData.ts'

/** Tokens, for the partner. @see https://wazzup24.com/help/api/auth-simplified/ and https://wazzup24.com/help/api/auth-full/ */
export const tokens: Route[] = [
  defineRoute({
    endpoint: wazzupTech.requestTokens,
    authenticate: authenticatePartner,
    unauthorized: unauthorizedPartner,
    async handle(call) {
      const granted = await grant(call)
      return 'code' in granted ? call.refuse(granted) : respondData(call, granted)
    },
  }),
]

type TokenRequest = z.output<typeof tokenRequestSchema>
type Granted = { access_token: string; expires_in: number } | Refusal

interface Grant {
  accounts: Accounts
  /** The partner's own account, whose secret signs machine tokens. */
  account: Account
  body: TokenRequest
}

function grant({ accounts, account, body }: Grant): Promise<Granted> {
  switch (body.grant_type) {
    case 'client_credentials':
      return issueMachineToken(account)
    case 'urn:ietf:params:oauth:grant-type:token-exchange':
      return exchangeToken(accounts, body.token_exchange_data)
    case 'authorization_code':
      return exchangeCode(accounts, body.authorize_code_data)
    case 'refresh_token':
      return refresh(accounts, body.refresh_token_data)
  }
}

type Data<Grant extends TokenRequest['grant_type'], Name extends string> =
  Extract<TokenRequest, { grant_type: Grant }> extends Record<Name, infer Found> ? Found : never

async function issueMachineToken(account: Account): Promise<Granted> {
  const access_token = await mintToken({ account, kind: 'machine', id: randomUUID() })
  return { access_token, expires_in: tokenLifetimes.machine }
}

async function exchangeToken(
  accounts: Accounts,
  data: Data<'urn:ietf:params:oauth:grant-type:token-exchange', 'token_exchange_data'>,
): Promise<Granted> {
  const machine = await readToken({ accounts, token: data.subject_token, kind: 'machine' })
  if (!machine) return invalidGrant('The subject_token is not a valid machine token, or has expired.')
  const account = accounts.get(Number(data.requested_subject))
  return account ? issueTokens(account) : invalidGrant('The partner has no account with this account_id.')
}

async function exchangeCode(
  accounts: Accounts,
  data: Data<'authorization_code', 'authorize_code_data'>,
): Promise<Granted> {
  const { accountId, grantId } = readCode(data.code)
  const { client_id: clientId, redirect_uri: redirectUri, code_verifier: codeVerifier } = data
  const account = accounts.get(accountId)
  const isValid = account && (await spendCode(account, { grantId, clientId, redirectUri, codeVerifier }))
  return isValid ? issueTokens(account, clientId) : invalidGrant('The code is invalid, used or expired.')
}

async function refresh(accounts: Accounts, data: Data<'refresh_token', 'refresh_token_data'>): Promise<Granted> {
  const { client_id: clientId, refresh_token: token } = data
  const found = await readToken({ accounts, token, kind: 'refresh' })
  const isValid = found && (await spendRefreshToken(found.account, { grantId: found.id, clientId }))
  return isValid ? issueTokens(found.account, clientId) : invalidGrant('The refresh token is invalid, used or expired.')
}

function invalidGrant(description: string): Refusal {
  return { status: 400, code: 'INVALID_GRANT', description }
}

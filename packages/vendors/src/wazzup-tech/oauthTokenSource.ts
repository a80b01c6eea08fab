import { InvalidParametersError, VendorAuthError, VendorRequestError } from '../errors.ts'
import type { PartnerClient } from './createPartnerClient.ts'
import {
  createTokenSource,
  type TechTokens,
  type TokenSource,
  type TokenSourceParameters,
} from './createTokenSource.ts'
import { type AccountTokenParameters, fetchAccountTokens, refreshTokens } from './tokens.ts'

type Keeping = Pick<TokenSourceParameters, 'onTokens' | 'onStoreError' | 'refreshBeforeMs'>

/** Parameters of {@link createOAuthTokenSource}. */
export interface OAuthTokenSourceParameters extends Keeping {
  client_id: string
  /** The tokens as stored; at first those of {@link exchangeCode}. */
  tokens: TechTokens
}

/** Keeps the tokens of a customer who gave consent by OAuth valid. After the refresh token expires, a new consent is needed. */
export function createOAuthTokenSource(partner: PartnerClient, parameters: OAuthTokenSourceParameters): TokenSource {
  const { client_id, ...keeping } = parameters
  return createTokenSource({
    ...keeping,
    now: partner.http.clock.now,
    elapsed: partner.http.clock.elapsed,
    renew: (tokens) => {
      if (tokens?.refreshToken) return refreshTokens(partner, { refresh_token: tokens.refreshToken, client_id })
      throw new InvalidParametersError('The tokens have no refresh token: the customer must give consent again.')
    },
  })
}

/** Parameters of {@link createAccountTokenSource}. */
export interface AccountTokenSourceParameters extends AccountTokenParameters, Keeping {
  /** With it a refresh token is used while it lasts: one request in place of two. */
  client_id?: string | undefined
  /** The tokens as stored, if any. */
  tokens?: TechTokens | undefined
}

/** Keeps the tokens of an account that the partner created alive (White Label). */
export function createAccountTokenSource(
  partner: PartnerClient,
  parameters: AccountTokenSourceParameters,
): TokenSource {
  const { account_id, scope, client_id, ...keeping } = parameters
  const startAnew = (): Promise<TechTokens> => fetchAccountTokens(partner, { account_id, scope })
  return createTokenSource({
    ...keeping,
    now: partner.http.clock.now,
    elapsed: partner.http.clock.elapsed,
    renew: async (tokens) => {
      if (!tokens?.refreshToken || client_id === undefined) return startAnew()
      return refreshTokens(partner, { refresh_token: tokens.refreshToken, client_id }).catch((error: unknown) => {
        if (error instanceof VendorRequestError || error instanceof VendorAuthError) return startAnew()
        throw error
      })
    },
  })
}

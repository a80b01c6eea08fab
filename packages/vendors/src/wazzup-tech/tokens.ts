import type { CallOptions } from '../http/callOptions.ts'
import { createRedactor } from '../http/createRedactor.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { sendChecked } from '../http/send.ts'
import type { PartnerClient } from './createPartnerClient.ts'
import type { TechTokens } from './createTokenSource.ts'
import { secretsOf, type TokenRequest, tokenAnswerSchema, tokenRequestSchema } from './tokenRequest.ts'

/** Result of a customer's consent, for the code exchange. */
export interface CodeParameters {
  /** From the query of the redirect. */
  code: string
  /** The same as in the authorize URL. */
  redirect_uri: string
  client_id: string
  /** From {@link createAuthorization}. */
  code_verifier: string
}

/**
 * Turns the code of a redirect into tokens (`POST /v2/oauth/token`, `authorization_code`). A code works once.
 * @throws {OutcomeUnknownError} without a response: the code may be used up, ask the customer for consent again.
 * @see https://wazzup24.com/help/api/auth-full/
 */
export async function exchangeCode(
  partner: PartnerClient,
  parameters: CodeParameters,
  options: CallOptions = {},
): Promise<TechTokens> {
  const body = { grant_type: 'authorization_code', authorize_code_data: parameters } as const
  return requestTokens({ partner, body, idempotent: false, options })
}

/**
 * Gets new tokens for a refresh token (`POST /v2/oauth/token`, `refresh_token`). The old refresh token may end with it.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/auth-full/
 */
export async function refreshTokens(
  partner: PartnerClient,
  parameters: { refresh_token: string; client_id: string },
  options: CallOptions = {},
): Promise<TechTokens> {
  const body = { grant_type: 'refresh_token', refresh_token_data: parameters } as const
  return requestTokens({ partner, body, options })
}

/** The account to act for, and what for. */
export interface AccountTokenParameters {
  /** Of the customer's account, which this partner has created: 8 digits. */
  account_id: string | number
  /** @default 'transport,crm' */
  scope?: string | undefined
}

/**
 * Gets tokens for an account that the partner created (White Label): first a machine token (`client_credentials`), which
 * is then exchanged for the account's (`token-exchange`).
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/auth-simplified/
 */
export async function fetchAccountTokens(
  partner: PartnerClient,
  { account_id, scope = 'transport,crm' }: AccountTokenParameters,
  options: CallOptions = {},
): Promise<TechTokens> {
  const machine = await requestTokens({
    partner,
    body: { grant_type: 'client_credentials', client_credentials_data: { scope } },
    options,
  })
  const body = {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    token_exchange_data: {
      subject_token: machine.accessToken,
      subject_token_type: 'urn:wazzup:oauth:token-type:machine_token',
      requested_subject: String(account_id).replace('-', ''), // The vendor's pages write it 1234-5678.
      scope,
    },
  } as const
  return requestTokens({ partner, body, options })
}

/** Endpoint of {@link exchangeCode}, {@link refreshTokens} and {@link fetchAccountTokens}. */
export const requestTokensEndpoint = defineEndpoint({
  operation: 'wazzup-tech.requestTokens',
  method: 'POST',
  path: '/v2/oauth/token',
  summary: 'Get tokens of an account',
  body: tokenRequestSchema,
  response: { description: 'Tokens, and for how long.', schema: tokenAnswerSchema },
  idempotent: true,
})

async function requestTokens({
  partner,
  body,
  idempotent,
  options,
}: {
  partner: PartnerClient
  body: TokenRequest
  idempotent?: boolean
  options: CallOptions
}): Promise<TechTokens> {
  const request = parseParameters(tokenRequestSchema, body)
  const redact = createRedactor(() => [...partner.secrets(), ...secretsOf(request)])
  const { access_token, refresh_token, expires_in } = await sendChecked(
    { ...partner.http, redact },
    requestTokensEndpoint,
    { body: request, ...(idempotent === undefined ? {} : { idempotent }), ...options },
  )
  return {
    accessToken: access_token,
    accessExpiresAtMs: partner.http.clock.now() + (expires_in ?? 3_600) * 1_000,
    ...(refresh_token && { refreshToken: refresh_token }),
  }
}

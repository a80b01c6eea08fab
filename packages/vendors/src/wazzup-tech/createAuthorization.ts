import * as z from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { techBaseUrl } from './client.ts'

/** Parameters of {@link createAuthorization}. */
export interface AuthorizationParameters {
  /** Given to the partner by the vendor. */
  client_id: string
  /** Address to which the customer returns, with `code` and `state` in the query. */
  redirect_uri: string
  /** @default 'transport,crm' */
  scope?: string
  /** @default 'https://tech.wazzup24.com' */
  baseUrl?: string | undefined
}

/** A link to the consent page, and the values to remember until the customer returns. */
export interface Authorization {
  /** Address of the consent page for the customer. */
  url: string
  /** Keep it in the customer's session: a return with another `state` was forged. */
  state: string
  /** Keep it there too, out of the browser's sight: {@link exchangeCode} needs it. */
  code_verifier: string
}

/** Endpoint of {@link createAuthorization}. */
export const createAuthorizationEndpoint = defineEndpoint({
  operation: 'wazzup-tech.createAuthorization',
  method: 'GET',
  path: '/v2/oauth/authorize',
  summary: 'Ask a customer for leave',
  query: z.looseObject({
    response_type: z.literal('code'),
    client_id: z.string().min(1).max(200),
    redirect_uri: z.url({ protocol: /^https?$/ }),
    scope: z.string().min(1).max(200).default('transport,crm'),
    state: z.string().min(1).max(500),
    code_challenge: z.string().regex(/^[\w-]{43}$/),
    code_challenge_method: z.literal('S256'),
  }),
  response: { description: 'A page with a question.', mediaType: 'text/html' },
})

/**
 * Begins OAuth with PKCE (`GET /v2/oauth/authorize`): the link for the customer, with a fresh `state` and `code_verifier`.
 * @see https://wazzup24.com/help/api/auth-full/ "Step 1"
 */
export async function createAuthorization(parameters: AuthorizationParameters): Promise<Authorization> {
  const { client_id, redirect_uri, scope = 'transport,crm', baseUrl = techBaseUrl } = parameters
  const state = createSecret()
  const code_verifier = createSecret()
  const query = new URLSearchParams({
    response_type: 'code',
    client_id,
    redirect_uri,
    scope,
    state,
    code_challenge: await toCodeChallenge(code_verifier),
    code_challenge_method: 'S256',
  })
  return { url: `${baseUrl.replace(/\/+$/, '')}${createAuthorizationEndpoint.path}?${query}`, state, code_verifier }
}

/** The challenge of a verifier: its SHA-256, in base64 for URLs. */
export async function toCodeChallenge(codeVerifier: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier))))
}

/** 48 random bytes as 64 characters of those a verifier may have. */
function createSecret(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(48)))
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

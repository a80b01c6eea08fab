import { InvalidParametersError } from '../errors.ts'
import { type ConnectionOptions, createHttp, type Http } from '../http/createHttp.ts'
import { wazzupLimit } from '../http/wazzupLimit.ts'
import { createGate, type Gate } from '../unanswered/createGate.ts'
import type { TokenSource } from './createTokenSource.ts'

/** Address of the partner API. */
export const techBaseUrl = 'https://tech.wazzup24.com'

/** Options of {@link createWazzupTech}. */
export interface WazzupTechOptions extends ConnectionOptions {
  /** The end customer's `client_access_token`, or what keeps one alive. It is sent as `Authorization: Bearer <token>`. */
  accessToken: string | TokenSource
  /** @default 'https://tech.wazzup24.com' */
  baseUrl?: string
  /** Interval of {@link watchUnanswered}'s requests. @default 15_000 */
  pollIntervalMs?: number
}

/** Connection and token for the functions of this folder, from {@link createWazzupTechClient}. */
export interface WazzupTechClient {
  http: Http
  pollIntervalMs: number
  /** Paces requests for counters. */
  pollGate: Gate
}

/** Prepares a client for the functions of this folder. @throws {InvalidParametersError} for a token that no header can carry. */
export function createWazzupTechClient(options: WazzupTechOptions): WazzupTechClient {
  const { accessToken, baseUrl = techBaseUrl, pollIntervalMs = 15_000 } = options
  const tokens = typeof accessToken === 'string' ? fixedToken(accessToken) : accessToken
  const http = createHttp({
    baseUrl,
    credential: async () => ({ authorization: `Bearer ${await tokens.getAccessToken()}` }),
    renewCredential: () => tokens.renewAccessToken(),
    secrets: () => tokens.secrets(),
    options,
    limit: wazzupLimit,
  })
  return { http, pollIntervalMs, pollGate: createGate(http) }
}

function fixedToken(token: string): TokenSource {
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new InvalidParametersError('accessToken must be one or more visible ASCII characters without spaces.')
  }
  return {
    getAccessToken: () => Promise.resolve(token),
    renewAccessToken: () => Promise.resolve(false),
    secrets: () => [token],
  }
}

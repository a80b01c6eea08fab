import { type ConnectionOptions, createHttp, type Http, type HttpParameters } from '../http/createHttp.ts'
import { createKey, type KeyOption, keyCredential } from '../http/createKey.ts'
import { wazzupLimit } from '../http/wazzupLimit.ts'
import { createGate, type Gate } from '../unanswered/createGate.ts'
import type { TokenSource } from './createTokenSource.ts'

/** Address of the partner API. */
export const techBaseUrl = 'https://tech.wazzup24.com'

/** Options of {@link createWazzupTech}. */
export interface WazzupTechOptions extends ConnectionOptions {
  /**
   * The end customer's `client_access_token`, a function that returns it, or what keeps one alive. It is sent as
   * `Authorization: Bearer <token>`. A function is called for each request, so that a token can change.
   */
  accessToken: KeyOption | TokenSource
  /** @default 'https://tech.wazzup24.com' */
  baseUrl?: string | undefined
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
  const { baseUrl = techBaseUrl, pollIntervalMs = 15_000 } = options
  const http = createHttp({ baseUrl, ...toCredential(options), options, limit: wazzupLimit })
  return { http, pollIntervalMs, pollGate: createGate(http) }
}

function toCredential({
  accessToken,
  clock,
}: WazzupTechOptions): Pick<HttpParameters, 'credential' | 'renewCredential' | 'secrets'> {
  const toHeaders = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` })
  if (typeof accessToken !== 'object') {
    return keyCredential({ key: createKey({ key: accessToken, name: 'accessToken', clock }), toHeaders })
  }
  return {
    credential: async () => toHeaders(await accessToken.getAccessToken()),
    renewCredential: () => accessToken.renewAccessToken(),
    secrets: () => accessToken.secrets(),
  }
}

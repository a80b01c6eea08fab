import { InvalidParametersError } from '../errors.ts'
import { type ConnectionOptions, createHttp, type Http } from '../http/createHttp.ts'
import { createKey, type KeyOption, keyCredential } from '../http/createKey.ts'
import { findPublicFetch } from '../http/findPublicFetch.ts'
import { isPrivateHost } from '../http/isPublicAddress.ts'
import { type CreateWebSocket, createWebSocket } from './createWebSocket.ts'

/** Options of {@link createWhatomate}. A server with rate limiting on allows 200 requests a minute: `limit` can hold to that. */
export interface WhatomateOptions extends ConnectionOptions {
  /**
   * A key of the organization (`whm_…`). It acts as the user who created it, with the same access. A function is called for
   * each request, so that a key can change; after a 401 a request is repeated once if it has.
   */
  apiKey: KeyOption
  /** Address of the server, with its base path if it has one, e.g. `https://chat.example.com`. */
  baseUrl: string
  /** Path of the live socket below `baseUrl`. @default '/ws' */
  socketPath?: string
  /** Origin of the live socket: a server with `allowed_origins` refuses other origins. */
  origin?: string
  /** Opens the live socket. @default globalThis.WebSocket, or the package `ws` if it is missing or an origin is needed */
  webSocket?: CreateWebSocket
  /** Age up to which a chat counts as unanswered. @default 7 days */
  unansweredWindowMs?: number
}

/** Connection and key for the functions of this folder, from {@link createWhatomateClient}. */
export interface WhatomateClient {
  http: Http
  /** `ws:` or `wss:` address of the live socket. */
  socketUrl: string
  webSocket: CreateWebSocket
  unansweredWindowMs: number
  /** Returns the `fetch` for files; undefined for the one of all requests. */
  findMediaFetch: () => Promise<typeof fetch | undefined>
}

/** Prepares a client for the functions of this folder. @throws {InvalidParametersError} for a key that no header can carry. */
export function createWhatomateClient(options: WhatomateOptions): WhatomateClient {
  const { apiKey, baseUrl, socketPath = '/ws', origin, unansweredWindowMs = 7 * 86_400_000 } = options
  const key = createKey({ key: apiKey, clock: options.clock })
  if (!/^https?:\/\/[^/]/.test(baseUrl)) {
    throw new InvalidParametersError('baseUrl must be an http or https address.')
  }
  const http = createHttp({
    baseUrl,
    ...keyCredential({ key, toHeaders: (current) => ({ 'x-api-key': current }) }),
    options,
  })
  return {
    http,
    socketUrl: `${http.baseUrl.replace(/^http/, 'ws')}/${socketPath.replace(/^\/+/, '')}`,
    webSocket: options.webSocket ?? ((parameters) => createWebSocket({ ...parameters, origin })),
    unansweredWindowMs,
    findMediaFetch: async () =>
      options.fetch || isPrivateHost(new URL(baseUrl).hostname) ? undefined : findPublicFetch(),
  }
}

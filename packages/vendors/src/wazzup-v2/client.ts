import { type ConnectionOptions, createHttp, type Http } from '../http/createHttp.ts'
import { createKey, type KeyOption, keyCredential } from '../http/createKey.ts'
import { wazzupLimit } from '../http/wazzupLimit.ts'
import { createGate, type Gate } from '../unanswered/createGate.ts'
import { createKnownProtocol, type KnownProtocol } from '../unanswered/protocol.ts'

/** Options of {@link createWazzupV2}. */
export interface WazzupV2Options extends ConnectionOptions {
  /**
   * The account's API key, as the vendor's settings page shows it. It is sent as `Authorization: Basic <key>`. A function is
   * called for each request and each connect, so that a key can change; after a 401 a request is repeated once if it has.
   */
  apiKey: KeyOption
  /** @default 'https://api.wazzup24.com' */
  baseUrl?: string | undefined
  /** Host of the counter socket. @default 'https://api-ws.wazzup24.com' */
  counterUrl?: string
}

/** Connection and key for the functions of this folder, from {@link createWazzupV2Client}. */
export interface WazzupV2Client {
  http: Http
  counterUrl: string
  /** Socket.IO protocol in which the counter's host responded last. */
  counterProtocol: KnownProtocol
  /** Paces connects to the counter's host. */
  counterGate: Gate
  /** Key for the counter socket, which needs it as data. A function, so that printing the client does not show it. */
  apiKey: () => string | Promise<string>
}

/** Prepares a client for the functions of this folder. @throws {InvalidParametersError} for a key that no header can carry. */
export function createWazzupV2Client(options: WazzupV2Options): WazzupV2Client {
  const { apiKey, baseUrl = 'https://api.wazzup24.com', counterUrl = 'https://api-ws.wazzup24.com' } = options
  const key = createKey({ key: apiKey, clock: options.clock })
  const http = createHttp({
    baseUrl,
    ...keyCredential({ key, toHeaders: (current) => ({ authorization: `Basic ${current}` }) }),
    options,
    limit: wazzupLimit,
  })
  const counterGate = createGate(http)
  return { http, counterUrl, counterProtocol: createKnownProtocol(), counterGate, apiKey: key.get }
}

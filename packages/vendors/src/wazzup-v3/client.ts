import { type ConnectionOptions, createHttp, type Http } from '../http/createHttp.ts'
import { createKey, type KeyOption, keyCredential } from '../http/createKey.ts'
import { findQuietSend } from '../http/sendQuietly.ts'
import { wazzupLimit } from '../http/wazzupLimit.ts'
import { createGate, type Gate } from '../unanswered/createGate.ts'
import { createKnownProtocol, type KnownProtocol } from '../unanswered/protocol.ts'
import { type CounterHost, createCounterHost } from './createCounterHost.ts'

/** Options of {@link createWazzupV3}. */
export interface WazzupV3Options extends ConnectionOptions {
  /**
   * The account's API key, or a sidecar key, which opens channels, messages, webhooks and templates only.
   * It is sent as `Authorization: Bearer <key>`, and in the path of the counter's look-up. A function is called for each
   * request and each connect, so that a key can change; after a 401 a request is repeated once if it has.
   */
  apiKey: KeyOption
  /** @default 'https://api.wazzup24.com' */
  baseUrl?: string | undefined
  /** Address that names the counter's host, which must be of the same domain. @default 'https://integrations.wazzup24.com' */
  integrationsUrl?: string
  /** Interval of HTTP requests for the counter while its socket is down. @default 30_000 */
  pollEveryMs?: number
}

/** Connection and key for the functions of this folder, from {@link createWazzupV3Client}. */
export interface WazzupV3Client {
  http: Http
  /** Connection for looking up the counter's host, with the key in its path. */
  integrations: Http
  pollEveryMs: number
  /** Paces requests for the counter while its socket is down. */
  pollGate: Gate
  /** Socket.IO protocol in which the counter's host responded last. */
  counterProtocol: KnownProtocol
  /** Paces connects to the counter's host. */
  counterGate: Gate
  /** The counter's host, looked up for all watches together. */
  counterHost: CounterHost
  /** Key for the counter, which needs it as data. A function, so that printing the client does not show it. */
  apiKey: () => string | Promise<string>
  /** The keys in use, for keeping them out of errors. */
  secrets: () => string[]
}

/** Prepares a client for the functions of this folder. @throws {InvalidParametersError} for a key that no header can carry. */
export function createWazzupV3Client(options: WazzupV3Options): WazzupV3Client {
  const { apiKey, baseUrl = 'https://api.wazzup24.com', pollEveryMs = 30_000 } = options
  const { integrationsUrl = 'https://integrations.wazzup24.com' } = options
  const key = createKey({ key: apiKey, clock: options.clock })
  const shared = { secrets: key.secrets, options, limit: wazzupLimit }
  const http = createHttp({
    ...shared,
    ...keyCredential({ key, toHeaders: (current) => ({ authorization: `Bearer ${current}` }) }),
    baseUrl,
  })
  return {
    http,
    integrations: createHttp({
      ...shared,
      baseUrl: integrationsUrl,
      credential: () => ({}),
      findSendText: findQuietSend,
    }),
    pollEveryMs,
    pollGate: createGate(http),
    counterProtocol: createKnownProtocol(),
    counterGate: createGate(http),
    counterHost: createCounterHost(),
    apiKey: key.get,
    secrets: key.secrets,
  }
}

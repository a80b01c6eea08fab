import { InvalidParametersError } from '../errors.ts'
import { type ConnectionOptions, createHttp, type Http } from '../http/createHttp.ts'
import { findQuietSend } from '../http/sendQuietly.ts'
import { wazzupLimit } from '../http/wazzupLimit.ts'
import { createGate, type Gate } from '../unanswered/createGate.ts'
import { createKnownProtocol, type KnownProtocol } from '../unanswered/protocol.ts'
import { type CounterHost, createCounterHost } from './createCounterHost.ts'

/** Options of {@link createWazzupV3}. */
export interface WazzupV3Options extends ConnectionOptions {
  /**
   * The account's API key, or a sidecar key, which opens channels, messages, webhooks and templates only.
   * It is sent as `Authorization: Bearer <key>`, and in the path of the counter's look-up.
   */
  apiKey: string
  /** @default 'https://api.wazzup24.com' */
  baseUrl?: string
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
  apiKey: () => string
}

/** Prepares a client for the functions of this folder. @throws {InvalidParametersError} for a key that no header can carry. */
export function createWazzupV3Client(options: WazzupV3Options): WazzupV3Client {
  const { apiKey, baseUrl = 'https://api.wazzup24.com', pollEveryMs = 30_000 } = options
  const { integrationsUrl = 'https://integrations.wazzup24.com' } = options
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new InvalidParametersError('apiKey must be one or more visible ASCII characters without spaces.')
  }
  const shared = { secrets: () => [apiKey], options, limit: wazzupLimit }
  const http = createHttp({ ...shared, baseUrl, credential: () => ({ authorization: `Bearer ${apiKey}` }) })
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
    apiKey: () => apiKey,
  }
}

import type { Clock } from './clock.ts'
import type { UserChange } from './session/createUserGuard.ts'
import type { Transport } from './transports/transport.ts'
import type { WindowOptions } from './window/windowOptions.ts'
import type { ChatLocale } from './words/words.ts'

/** Options of a client. */
export interface ChatOptions {
  /** Path or address of the proxy. @default '/chat' */
  endpoint?: string | undefined
  /** Language of the components. @default 'en' */
  locale?: ChatLocale | undefined
  /**
   * Id of the CRM's user, where the page knows it. It keeps what one user has loaded apart from what the next one loads, e.g. in
   * the keys of `@crm-chat/react/query`. It is not sent.
   */
  userId?: string | undefined
  /** @default globalThis.fetch */
  fetch?: typeof fetch | undefined
  /** Transport of live values. @default sse(), or polling() where the proxy has no stream */
  transport?: Transport | undefined
  /** Lets all tabs of the browser share one live connection per user. @default true */
  shareConnection?: boolean | undefined
  /** Sends cookies or not: `include` when the proxy is on another origin. @default 'same-origin' */
  credentials?: RequestCredentials | undefined
  /** Deadline of one request. @default 15_000 */
  timeoutMs?: number | undefined
  /** Wait before the `attempt`-th reconnect in a row, from 0. @default full jitter, from half a second to half a minute */
  retryDelayMs?: ((attempt: number) => number) | undefined
  /**
   * Called when the server knows another user than the one this page began with, e.g. after a login in another tab. The
   * counter is `unauthenticated` then: reload the page, or make another client.
   */
  onUserChange?: ((change: UserChange) => void) | undefined
  /** Time and timers of the client, for tests. @default the browser's */
  clock?: Clock | undefined
  /** Settings of the chat windows. */
  windows?: WindowOptions | undefined
}

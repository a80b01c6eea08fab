import { type Clock, systemClock } from './clock.ts'
import { createLimiter, type Limiter, type RequestLimit } from './createLimiter.ts'
import { createRedactor, type Redactor } from './createRedactor.ts'
import { findSendText } from './sendText.ts'

/** Options of requests, the same in each vendor's client. */
export interface ConnectionOptions {
  /** Sends every request. @default undici's client on Node, globalThis.fetch elsewhere */
  fetch?: typeof fetch
  /** Deadline of a call, including its wait, every attempt and reading the response; `Infinity` for none. @default 10_000 */
  timeoutMs?: number
  /** Largest response to read; reading a longer one fails. @default 16_777_216 */
  maxAnswerBytes?: number
  /** Retries of a request that is safe to repeat. @default 3 */
  retries?: number
  /** Rate limit of requests; `false` for none. @default the vendor's own limit, if it has one */
  limit?: RequestLimit | false
  /** @default the machine's clock */
  clock?: Clock
  /** Numbers from 0 up to 1, for the jitter of retries. @default Math.random */
  random?: () => number
}

/** Connection to one vendor, for {@link sendRequest}. Printing it does not show the credential. */
export interface Http {
  /** Origin, and path if any, without a trailing slash. */
  baseUrl: string
  /** The headers that carry the credential. Called for each attempt, so it may change in between. */
  credential: () => Record<string, string> | Promise<Record<string, string>>
  /** Called once after a 401, with the headers that were sent; returns true if there is a new credential to retry with. */
  renewCredential?: (refused: { headers: Record<string, string> }) => Promise<boolean>
  fetch: typeof fetch
  /** Returns a faster way than `fetch` for requests with a text, if there is one and the caller gave no `fetch`. */
  findSendText: typeof findSendText
  timeoutMs: number
  maxAnswerBytes: number
  retries: number
  limiter: Limiter | undefined
  clock: Clock
  random: () => number
  /** Applied to everything from the vendor before it goes into an error. */
  redact: Redactor
}

/** Parameters of {@link createHttp}. */
export interface HttpParameters extends Pick<Http, 'baseUrl' | 'credential' | 'renewCredential'> {
  /** Keys and tokens as they are now: no error may hold one. */
  secrets: () => string[]
  options: ConnectionOptions
  /** Replaces undici's client. */
  findSendText?: typeof findSendText
  /** The vendor's own limit. */
  limit?: RequestLimit
}

/** Prepares what {@link sendRequest} needs. */
export function createHttp(parameters: HttpParameters): Http {
  const { baseUrl, credential, renewCredential, secrets, options } = parameters
  const clock = options.clock ?? systemClock
  const limit = options.limit ?? parameters.limit ?? false
  return {
    baseUrl: baseUrl.replace(/\/+$/, ''),
    credential,
    ...(renewCredential && { renewCredential }),
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    findSendText: options.fetch ? () => undefined : (parameters.findSendText ?? findSendText),
    timeoutMs: options.timeoutMs ?? 10_000,
    maxAnswerBytes: options.maxAnswerBytes ?? 16 * 1024 * 1024,
    retries: options.retries ?? 3,
    limiter: limit ? createLimiter({ ...limit, clock }) : undefined,
    clock,
    random: options.random ?? Math.random,
    redact: createRedactor(secrets),
  }
}

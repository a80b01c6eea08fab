import { type Clock, systemClock } from './clock.ts'
import { createLimiter, type Limiter, type RequestLimit } from './createLimiter.ts'
import { createRedactor, type Redactor } from './createRedactor.ts'

/** How requests are made: the same options in each vendor's client. */
export interface ConnectionOptions {
  /** @default globalThis.fetch */
  fetch?: typeof fetch
  /** Deadline of a call: waiting, every attempt and reading the answer together. @default 10_000 */
  timeoutMs?: number
  /** Largest answer to read; a longer one is given up where it passes this. @default 16_777_216 */
  maxAnswerBytes?: number
  /** How often a request that may be repeated is repeated. @default 3 */
  retries?: number
  /** How fast requests may leave; `false` for no limit. @default the vendor's own limit, where it has one */
  limit?: RequestLimit | false
  /** @default the machine's clock */
  clock?: Clock
  /** Numbers from 0 up to 1, for the spread of repetitions. @default Math.random */
  random?: () => number
}

/** How to reach one vendor: what {@link sendRequest} needs. Printing it does not show the credential. */
export interface Http {
  /** Origin, and path if any, without a trailing slash. */
  baseUrl: string
  /** The headers that carry the credential. Asked for each attempt, so it may be renewed in between. */
  credential: () => Record<string, string> | Promise<Record<string, string>>
  /** Called once when a request was answered 401; true when there is a new credential to try again with. */
  renewCredential?: (signal: AbortSignal) => Promise<boolean>
  fetch: typeof fetch
  timeoutMs: number
  maxAnswerBytes: number
  retries: number
  limiter: Limiter | undefined
  clock: Clock
  random: () => number
  /** Applied to everything a vendor said before it goes into an error. */
  redact: Redactor
}

/** Parameters of {@link createHttp}. */
export interface HttpParameters extends Pick<Http, 'baseUrl' | 'credential'> {
  renewCredential?: (signal: AbortSignal) => Promise<boolean>
  /** Keys and tokens as they are now: no error may hold one. */
  secrets: () => string[]
  options: ConnectionOptions
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
    timeoutMs: options.timeoutMs ?? 10_000,
    maxAnswerBytes: options.maxAnswerBytes ?? 16 * 1024 * 1024,
    retries: options.retries ?? 3,
    limiter: limit ? createLimiter({ ...limit, clock }) : undefined,
    clock,
    random: options.random ?? Math.random,
    redact: createRedactor(secrets),
  }
}

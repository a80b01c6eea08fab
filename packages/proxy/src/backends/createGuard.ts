import type { ErrorCode } from '@crm-chat/protocol'
import {
  InvalidAnswerError,
  InvalidParametersError,
  OutcomeUnknownError,
  RateLimitedError,
  VendorAuthError,
  VendorRequestError,
  VendorTimeoutError,
  VendorUnavailableError,
} from '@crm-chat/vendors/wazzup-v2'
import type { Clock } from '../clock.ts'
import { describeError } from '../describeError.ts'
import { OperationError } from '../errors.ts'
import { createBreaker, toOutcome } from './createBreaker.ts'
import { createBulkhead } from './createBulkhead.ts'
import type { FindRefusal } from './refusal.ts'

/** A vendor that asks for hours would lock the page up: the page may try again sooner. */
const longestRetryMs = 60_000

/** Messages for the browser: our words, never the vendor's. */
const messages = {
  upstream_auth: 'The vendor refused the CRM’s API key.',
  upstream_refused: 'The vendor refused this request.',
  upstream_invalid: 'The vendor sent an unexpected response.',
  upstream_unavailable: 'The vendor cannot be reached.',
  upstream_timeout: 'The vendor did not respond in time.',
  outcome_unknown: 'The vendor did not confirm whether this went through.',
  rate_limited: 'The vendor asks to slow down.',
  internal: 'The request could not be handled.',
} satisfies Partial<Record<ErrorCode, string>>

/** Describes parameters that a vendor's client refused, by the names that the request uses; undefined for others. */
export type DescribeIssues = (issues: InvalidParametersError['issues']) => string | undefined

/** Runs calls to a vendor's client. They throw {@link OperationError} only, and none that holds a secret. */
export interface Guard {
  run: <Result>(parameters: { run: () => Promise<Result>; describe: DescribeIssues }) => Promise<Result>
  /** Returns true while the vendor is left alone. */
  isOpen: () => boolean
}

/** Requests to one vendor at a time. */
const places = 64

/**
 * Makes a {@link Guard}: it turns what a vendor's client throws into the contract's words, without the secrets, and leaves a
 * vendor alone that fails or hangs.
 */
export function createGuard({
  redact,
  clock,
  findRefusal = () => undefined,
}: {
  redact: (text: string) => string
  clock: Clock
  findRefusal?: FindRefusal
}): Guard {
  const bulkhead = createBulkhead({ places })
  const breaker = createBreaker({ clock })
  const guard: Guard['run'] = async ({ run, describe }) => {
    const leave = bulkhead()
    try {
      const settle = breaker.enter()
      try {
        const result = await run()
        settle({ kind: 'success' })
        return result
      } catch (thrown) {
        const error = toOperationError({ error: thrown, redact, describe, findRefusal })
        const isKeyRefused = thrown instanceof VendorAuthError && thrown.status === 401
        settle(thrown instanceof VendorRequestError ? { kind: 'success' } : toOutcome({ error, isKeyRefused })) // It responds.
        throw error
      }
    } finally {
      leave()
    }
  }
  return { run: guard, isOpen: breaker.isOpen }
}

function toOperationError({
  error,
  redact,
  describe,
  findRefusal,
}: {
  error: unknown
  redact: (text: string) => string
  describe: DescribeIssues
  findRefusal: FindRefusal
}): OperationError {
  if (error instanceof OperationError) return error
  if (error instanceof InvalidParametersError) {
    const message = redact(describe(error.issues) ?? error.message)
    return new OperationError({ code: 'invalid_request', message })
  }
  const detail = redact(describeVendorError(error))
  const refusal = mayExplain(error) ? findRefusal(error) : undefined
  if (refusal) return new OperationError({ ...refusal, detail })
  const code = toCode(error)
  return new OperationError({ code, message: messages[code], detail, retryAfterMs: toRetry(error) })
}

/** Returns true for an error whose own code may say more than its kind. A refused key is one, whatever the vendor calls it. */
function mayExplain(error: unknown): boolean {
  return !(error instanceof VendorAuthError) || (error.status !== 401 && error.code !== 'UNKNOWN_ERROR')
}

function toCode(error: unknown): keyof typeof messages {
  if (error instanceof VendorAuthError) return 'upstream_auth'
  if (error instanceof VendorRequestError) return 'upstream_refused'
  if (error instanceof RateLimitedError) return 'rate_limited'
  if (error instanceof VendorUnavailableError) return 'upstream_unavailable'
  if (error instanceof VendorTimeoutError) return 'upstream_timeout'
  if (error instanceof OutcomeUnknownError) return 'outcome_unknown'
  if (error instanceof InvalidAnswerError) return 'upstream_invalid'
  return 'internal'
}

function toRetry(error: unknown): number | undefined {
  if (!(error instanceof RateLimitedError)) return undefined
  return Math.min(error.retryAfterMs ?? 5_000, longestRetryMs)
}

/** A vendor is likely to repeat a refused key, perhaps truncated: only the status of that response is logged. */
function describeVendorError(error: unknown): string {
  if (error instanceof VendorAuthError) return `the vendor responded with ${error.status}`
  const cause = error instanceof Error && error.cause !== undefined ? ` (${describeError(error.cause)})` : ''
  return describeError(error) + cause
}

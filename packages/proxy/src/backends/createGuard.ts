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
import { describeError } from '../describeError.ts'
import { OperationError } from '../errors.ts'

/** A vendor that asks for hours would lock the page up: it may ask again sooner. */
const longestRetryMs = 60_000

/** What a browser hears of each fault: our words, never the vendor's. */
const messages = {
  upstream_auth: 'The vendor refuses the CRM’s API key.',
  upstream_refused: 'The vendor refuses this request.',
  upstream_invalid: 'The vendor’s answer makes no sense.',
  upstream_unavailable: 'The vendor cannot be reached.',
  upstream_timeout: 'The vendor does not answer in time.',
  outcome_unknown: 'The vendor did not say whether it happened.',
  rate_limited: 'The vendor asks to slow down.',
  internal: 'The request could not be handled.',
} satisfies Partial<Record<ErrorCode, string>>

/** Describes parameters that a vendor's client refused, by the names that the request uses; undefined for others. */
export type DescribeIssues = (issues: InvalidParametersError['issues']) => string | undefined

/** Runs calls to a vendor's client. They throw {@link OperationError} only, and none that holds a secret. */
export type Guard = <Result>(parameters: { run: () => Promise<Result>; describe: DescribeIssues }) => Promise<Result>

/** Makes a {@link Guard}: it turns what a vendor's client throws into the contract's words, without the secrets. */
export function createGuard(redact: (text: string) => string): Guard {
  return async ({ run, describe }) => {
    try {
      return await run()
    } catch (error) {
      throw toOperationError({ error, redact, describe })
    }
  }
}

function toOperationError({
  error,
  redact,
  describe,
}: {
  error: unknown
  redact: (text: string) => string
  describe: DescribeIssues
}): OperationError {
  if (error instanceof OperationError) return error
  if (error instanceof InvalidParametersError) {
    const message = redact(describe(error.issues) ?? error.message)
    return new OperationError({ code: 'invalid_request', message })
  }
  const code = toCode(error)
  const detail = redact(describeVendorError(error))
  return new OperationError({ code, message: messages[code], detail, retryAfterMs: toRetry(error) })
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

/** A refused key is likely to be repeated by the vendor, perhaps cut off: of that answer only the status is told. */
function describeVendorError(error: unknown): string {
  if (error instanceof VendorAuthError) return `the vendor answered ${error.status}`
  const cause = error instanceof Error && error.cause !== undefined ? ` (${describeError(error.cause)})` : ''
  return describeError(error) + cause
}

import { OutcomeUnknownError, RateLimitedError, VendorRequestError, VendorUnavailableError } from '../errors.ts'
import type { Deadline } from './createDeadline.ts'
import type { Http } from './createHttp.ts'
import { isHarmless, type RequestParameters } from './requestParameters.ts'

/** Parameters of {@link repeatWhilePromising}. */
export interface Repetition<Answer> {
  http: Http
  request: RequestParameters<Answer>
  deadline: Deadline
  attempt: () => Promise<Answer>
}

/** Retries a request while it is safe to repeat, attempts are left, and the next one fits before the deadline. */
export async function repeatWhilePromising<Answer>(repetition: Repetition<Answer>): Promise<Answer> {
  const { http, request, deadline, attempt } = repetition
  const startedAt = http.clock.elapsed()
  let unknown: OutcomeUnknownError | undefined
  for (let attempts = 1; ; attempts++) {
    try {
      return await attempt()
    } catch (error) {
      if (error instanceof OutcomeUnknownError) unknown = error
      const waitMs = delayMs({ error, attempts, http })
      const elapsedMs = http.clock.elapsed() + waitMs - startedAt
      const promising = attempts <= http.retries && waitMs < deadline.remainingMs() && mayRepeat({ request, error })
      if (!promising || elapsedMs > (request.idempotencyWindowMs ?? Number.POSITIVE_INFINITY)) {
        throw lastWord({ error, unknown })
      }
      await http.clock.sleep(waitMs, deadline.signal)
      request.signal?.throwIfAborted()
    }
  }
}

/** An unknown outcome of an earlier attempt stays unknown, unless the vendor has now refused the request itself. */
function lastWord({ error, unknown }: { error: unknown; unknown: OutcomeUnknownError | undefined }): unknown {
  return error instanceof VendorRequestError ? error : (unknown ?? error)
}

function mayRepeat<Answer>({ request, error }: { request: RequestParameters<Answer>; error: unknown }): boolean {
  const { method, idempotencyKey } = request
  if (error instanceof RateLimitedError) return isHarmless(request) || idempotencyKey !== undefined
  if (method !== 'GET' && idempotencyKey === undefined) return false
  return error instanceof VendorUnavailableError || error instanceof OutcomeUnknownError
}

const shortestMs = 300
const longestMs = 10_000
const longestRetryAfterMs = 30_000

/** Full jitter, so that clients refused together do not retry together; never earlier than the vendor allows. */
function delayMs({ error, attempts, http }: { error: unknown; attempts: number; http: Http }): number {
  const backoffMs = http.random() * Math.min(longestMs, shortestMs * 2 ** (attempts - 1))
  const askedMs = error instanceof RateLimitedError ? (error.retryAfterMs ?? 0) : 0
  return Math.min(longestRetryAfterMs, askedMs) + backoffMs
}

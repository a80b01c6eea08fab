import { isChatError } from '../../lightErrors.ts'
import type { ConversationFailure } from '../conversationSource.ts'

/** Explains a failed request to the user. The error itself is for developers. */
export function toFailure(error: unknown): ConversationFailure {
  if (error instanceof RangeError) return { message: error.message, code: 'too_far' }
  const { code: given, explanation } = isChatError(error) ? error : { code: 'internal', explanation: undefined }
  const code = Object.hasOwn(reasons, given) ? given : 'internal' // The words of each language have these.
  const isFinal = unclearCodes.includes(given)
  return {
    message: reasons[code] ?? '',
    code,
    // A gateway's own page tells nothing of the request behind it.
    unconfirmed: isFinal || given === 'network' || given === 'invalid_answer',
    isFinal,
    ...(explanation !== undefined && explainedCodes.includes(code) && { detail: explanation }),
  }
}

/** Failures after which a request may have been carried out: the proxy has the same response to its id for good. */
const unclearCodes = ['outcome_unknown', 'upstream_invalid', 'internal']

/** Failures whose reason is in the proxy's sentence. */
const explainedCodes = ['invalid_request', 'upstream_refused']

const reasons: Partial<Record<string, string>> = {
  invalid_request: 'The messenger does not take this message.',
  unauthenticated: 'You are signed out. Sign in again.',
  forbidden: 'You may not do this in this chat.',
  not_found: 'This is not there any more.',
  not_supported: 'The messenger service does not offer this.',
  too_large: 'This is too large.',
  rate_limited: 'Too many requests right now. Wait a moment and try again.',
  busy: 'The server is busy. Try again in a moment.',
  upstream_auth: 'The messenger service refused our key. Tell your administrator.',
  upstream_refused: 'The messenger service refused this.',
  upstream_unavailable: 'The messenger service cannot be reached right now.',
  upstream_timeout: 'The messenger service took too long to respond.',
  outcome_unknown: 'The messenger service did not confirm it.',
  network: 'The server cannot be reached. Check your connection.',
  internal: 'Something went wrong on our side.',
}

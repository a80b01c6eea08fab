import { isChatError } from '../../lightErrors.ts'
import type { ConversationFailure } from '../conversationSource.ts'

/** Explains a failed request to the user. The error itself is for developers. */
export function toFailure(error: unknown): ConversationFailure {
  if (error instanceof RangeError) return { message: error.message, code: 'too_far' }
  const given = isChatError(error) ? error.code : 'internal'
  const code = Object.hasOwn(reasons, given) ? given : 'internal' // The words of each language have these.
  return { message: reasons[code] ?? '', code, unconfirmed: code === 'outcome_unknown' || code === 'network' }
}

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

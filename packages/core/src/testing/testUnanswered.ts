import type { Tone } from '@crm-chat/protocol'
import type { UnansweredState } from '../unanswered/unansweredState.ts'
import type { TestError } from './testError.ts'

/**
 * The number that a test sets. A plain number is live, and red above 0. `unknown` is the state before the first value, which is
 * not 0.
 */
export type TestUnanswered =
  | number
  | 'unknown'
  | {
      count: number
      /** @default 'live' */
      status?: 'live' | 'stale' | undefined
      /** @default 'red' above 0 */
      tone?: Tone | undefined
      /** ISO 8601. @default '2026-01-02T03:04:05.000Z' */
      at?: string | undefined
    }
  | Pick<TestError, 'error'>

/** Returns the state of the counter as the client has it. */
export function toUnansweredState(unanswered: TestUnanswered): UnansweredState {
  if (unanswered === 'unknown') return { status: 'connecting' }
  if (typeof unanswered === 'number') return toUnansweredState({ count: unanswered })
  if ('error' in unanswered) return { status: 'error', code: unanswered.error }
  const { count, status = 'live', tone = count > 0 ? 'red' : null, at = '2026-01-02T03:04:05.000Z' } = unanswered
  return { status, count, tone, at }
}

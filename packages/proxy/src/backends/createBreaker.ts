import type { ErrorCode } from '@crm-chat/protocol'
import type { Clock } from '../clock.ts'
import { OperationError } from '../errors.ts'

/** Requests of so many milliseconds are judged together. */
const periodMs = 30_000
/** Fewer requests say nothing about a vendor. */
const minCalls = 20
const maxFailureRate = 0.5
/** Time after which one request tries whether the vendor is back. */
const outageMs = 2_000
/** The same where the vendor refused the key, which takes a person to change. */
const refusedKeyMs = 60_000

/** Failures of the vendor itself. A refusal of one request, or a request to slow down, is none. */
const failureCodes: readonly ErrorCode[] = [
  'upstream_unavailable',
  'upstream_timeout',
  'upstream_invalid',
  'outcome_unknown',
]

/** Outcome of a call, for {@link Breaker}. */
export type Outcome = { kind: 'success' | 'neutral' } | { kind: 'failure' | 'keyRefused'; error: OperationError }

/** Stops calls to a vendor that fails. */
export interface Breaker {
  /** Lets a call through. @returns a function that takes its outcome. @throws {OperationError} while the vendor is left alone */
  enter: () => (outcome: Outcome) => void
  /** Returns true while the vendor is left alone. */
  isOpen: () => boolean
}

/**
 * Makes a {@link Breaker}. It opens when half of at least 20 calls within 30 s fail, or when the vendor refuses the key. While
 * it is open, one call at a time tries the vendor: every 2 s, or every 60 s with a refused key. Its success closes it.
 */
export function createBreaker({
  clock,
  random = Math.random,
}: {
  clock: Clock
  /** Numbers from 0 up to 1. */
  random?: () => number
}): Breaker {
  let calls = 0
  let failures = 0
  let periodStart = clock.elapsed()
  let open: { error: OperationError; probeAt: number; isProbing: boolean } | undefined

  function openFor({ ms, error }: { ms: number; error: OperationError }): void {
    open = { error, probeAt: clock.elapsed() + ms * (0.8 + 0.4 * random()), isProbing: false }
  }

  function count(isFailure: boolean): void {
    if (clock.elapsed() - periodStart >= periodMs) {
      calls = 0
      failures = 0
      periodStart = clock.elapsed()
    }
    calls += 1
    if (isFailure) failures += 1
  }

  function handleSuccess(isProbe: boolean): void {
    if (isProbe) {
      open = undefined
      calls = 0
      failures = 0
    }
    count(false)
  }

  function handleFailure({ error, isProbe }: { error: OperationError; isProbe: boolean }): void {
    count(true)
    const isBad = calls >= minCalls && failures / calls >= maxFailureRate
    if (isProbe || isBad) openFor({ ms: outageMs, error })
  }

  function settle({ outcome, isProbe }: { outcome: Outcome; isProbe: boolean }): void {
    if (isProbe && open) open.isProbing = false
    const isLate = open !== undefined && !isProbe // It was under way when the vendor began to fail.
    if (outcome.kind === 'keyRefused') openFor({ ms: refusedKeyMs, error: outcome.error })
    else if (outcome.kind === 'success' && !isLate) handleSuccess(isProbe)
    else if (outcome.kind === 'failure' && !isLate) handleFailure({ error: outcome.error, isProbe })
  }

  return {
    isOpen: () => open !== undefined,
    enter: () => {
      const isProbe = open !== undefined
      if (open) {
        const waitMs = open.isProbing ? outageMs : open.probeAt - clock.elapsed()
        if (waitMs > 0) throw leftAlone({ error: open.error, retryAfterMs: waitMs })
        open.isProbing = true
      }
      return (outcome) => settle({ outcome, isProbe })
    },
  }
}

/** Judges how a call ended. */
export function toOutcome({ error, isKeyRefused }: { error: OperationError; isKeyRefused: boolean }): Outcome {
  if (isKeyRefused) return { kind: 'keyRefused', error }
  if (failureCodes.includes(error.code)) return { kind: 'failure', error }
  return { kind: error.code === 'upstream_refused' ? 'success' : 'neutral' }
}

function leftAlone({ error, retryAfterMs }: { error: OperationError; retryAfterMs: number }): OperationError {
  const isKey = error.code === 'upstream_auth'
  return new OperationError({
    code: isKey ? 'upstream_auth' : 'upstream_unavailable',
    message: isKey ? error.message : 'The vendor fails at the moment, and is asked again shortly.',
    detail: error.detail,
    retryAfterMs: Math.ceil(retryAfterMs),
  })
}

import {
  InvalidAnswerError,
  RateLimitedError,
  VendorAuthError,
  VendorRequestError,
  VendorUnavailableError,
} from '../errors.ts'
import type { Clock } from '../http/clock.ts'
import type { Failure, Gate } from './createGate.ts'
import { createReport, type Report } from './createReport.ts'
import { retryAfterOutage, retryAfterRefusal } from './retryAfterOutage.ts'
import { toOutageCode } from './toOutageCode.ts'
import type { UnansweredValue, WatchUnansweredParameters } from './unansweredValue.ts'

/** Parameters of {@link pollUnanswered}. */
export interface PollParameters extends WatchUnansweredParameters {
  fetchValue: (signal: AbortSignal) => Promise<UnansweredValue>
  /** Delay before the first request. @default 0 */
  startAfterMs?: number
  /** Delay between two successful requests. */
  everyMs: number
  /** Shared by all watches of a client. */
  gate: Gate
  clock: Clock
  random: () => number
}

/**
 * Polls a counter, for a vendor that pushes none. A failed request is an outage; the next success
 * ends it.
 * @returns a function that ends the watch.
 */
export function pollUnanswered(parameters: PollParameters): () => void {
  const ended = new AbortController()
  const { onOutage } = parameters
  const report = createReport((outage, details) => !ended.signal.aborted && onOutage?.(outage, details))
  void poll({ ...parameters, report, signal: ended.signal })
  return () => ended.abort()
}

async function poll({ signal, report, ...parameters }: PollParameters & { report: Report; signal: AbortSignal }) {
  const { userId, isUrgent, gate, fetchValue, startAfterMs = 0, everyMs, clock, random, onValue } = parameters
  let wasConnected = false
  let failures = 0
  if (startAfterMs > 0) await clock.sleep(startAfterMs, signal)
  while (!signal.aborted) {
    const pass = await gate.enter({ userId, isUrgent, signal, onClosed: report.outage })
    if (!pass) return
    const result = await fetchValue(signal).then(
      (value) => ({ value }),
      (error: unknown) => ({ failure: toFailure({ error, wasConnected }) }),
    )
    if (signal.aborted) return pass.leave()
    wasConnected = 'value' in result
    if ('value' in result) {
      failures = 0
      report.reset()
      pass.admitted()
      onValue(result.value)
      await clock.sleep(everyMs * (0.9 + 0.2 * random()), signal)
      pass.leave()
    } else {
      failures += 1
      const isPaced = pass.fail(result.failure)
      report.outage(result.failure)
      const isRefused = result.failure.outage === 'refused'
      const waitMs = isRefused ? retryAfterRefusal({ random }) : retryAfterOutage({ attempt: failures, random })
      if (!isPaced) await clock.sleep(waitMs, signal)
    }
  }
}

function toFailure({ error, wasConnected }: { error: unknown; wasConnected: boolean }): Failure {
  const isRefused = error instanceof VendorAuthError
  return {
    outage: isRefused ? 'refused' : wasConnected ? 'dropped' : 'unreachable',
    code: toOutageCode(error),
    isShared: !isRefused && !isOwn(error),
    retryAfterMs: error instanceof RateLimitedError ? error.retryAfterMs : undefined,
  }
}

/** A request names its user, so these may be about that user alone. */
function isOwn(error: unknown): boolean {
  if (error instanceof VendorUnavailableError) return error.status === 500
  return error instanceof VendorRequestError || error instanceof InvalidAnswerError
}

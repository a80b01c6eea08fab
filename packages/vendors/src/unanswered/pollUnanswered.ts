import { VendorAuthError } from '../errors.ts'
import type { Clock } from '../http/clock.ts'
import { retryAfterOutage, retryAfterRefusal } from './retryAfterOutage.ts'
import type { CounterOutage, UnansweredValue, WatchUnansweredParameters } from './unansweredValue.ts'

/** Parameters of {@link pollUnanswered}. */
export interface PollParameters extends Omit<WatchUnansweredParameters, 'userId'> {
  fetchValue: (signal: AbortSignal) => Promise<UnansweredValue>
  /** Delay before the first request. @default 0 */
  startAfterMs?: number
  /** Delay between two successful requests. */
  everyMs: number
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
  void poll({ ...parameters, signal: ended.signal })
  return () => ended.abort()
}

async function poll({ signal, ...parameters }: PollParameters & { signal: AbortSignal }): Promise<void> {
  const { fetchValue, startAfterMs = 0, everyMs, clock, random, onValue, onOutage } = parameters
  let connected = false
  let failures = 0
  if (startAfterMs > 0) await clock.sleep(startAfterMs, signal)
  while (!signal.aborted) {
    const result = await fetchValue(signal).then(
      (value) => ({ value }),
      (error: unknown) => ({ outage: toOutage({ error, connected }) }),
    )
    if (signal.aborted) return
    if ('value' in result) onValue(result.value)
    else onOutage?.(result.outage)
    connected = 'value' in result
    failures = connected ? 0 : failures + 1
    const waitMs = connected ? everyMs * (0.9 + 0.2 * random()) : waitAfter({ result, failures, random })
    await clock.sleep(waitMs, signal)
  }
}

function toOutage({ error, connected }: { error: unknown; connected: boolean }): CounterOutage {
  if (error instanceof VendorAuthError) return 'refused'
  return connected ? 'dropped' : 'unreachable'
}

function waitAfter({
  result,
  failures,
  random,
}: {
  result: { outage: CounterOutage } | { value: UnansweredValue }
  failures: number
  random: () => number
}): number {
  const refused = 'outage' in result && result.outage === 'refused'
  return refused ? retryAfterRefusal({ random }) : retryAfterOutage({ attempt: failures, random })
}

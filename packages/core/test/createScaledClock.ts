import { type Clock, systemClock } from '../src/clock.ts'

/** A clock on which time passes faster, by the factor. */
export function createScaledClock(factor: number): Clock {
  const startedAt = { now: systemClock.now(), elapsed: systemClock.elapsed() }
  const elapsed = (): number => (systemClock.elapsed() - startedAt.elapsed) * factor
  return {
    now: () => startedAt.now + elapsed(),
    elapsed,
    after: (ms, callback) => systemClock.after(ms / factor, callback),
  }
}

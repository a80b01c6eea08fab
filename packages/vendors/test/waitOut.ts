import { expect } from 'vitest'
import type { TestClock } from './createTestClock.ts'
import { until } from './until.ts'

/** Waits until somebody sleeps alone, and lets just that much time pass: more would also end the deadlines that follow. */
export async function waitOut(clock: TestClock): Promise<void> {
  const [ms] = await until(() => {
    const sleepers = clock.sleepers()
    expect(sleepers).toHaveLength(1)
    return sleepers
  })
  await clock.advance(ms ?? 0)
}

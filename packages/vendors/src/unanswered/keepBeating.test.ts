import { expect, it } from 'vitest'
import { createTestClock } from '../../test/createTestClock.ts'
import { keepBeating } from './keepBeating.ts'

it.each([false, true])(
  'a host that falls silent is noticed within interval and timeout (pinging: %s)',
  async (isPinging) => {
    const clock = createTestClock()
    let heardAtMs = 0
    let silentAtMs = 0
    let isThere = true
    const ping = (): void => {
      if (isThere) heardAtMs = clock.elapsed()
    }
    void keepBeating({
      clock,
      pingIntervalMs: 25_000,
      pingTimeoutMs: 20_000,
      ping: isPinging ? ping : undefined,
      heardAtMs: () => heardAtMs,
      onSilence: () => {
        silentAtMs = clock.elapsed()
      },
      signal: new AbortController().signal,
    })
    for (let beat = 0; beat < 10; beat += 1) {
      await clock.advance(25_000)
      if (!isPinging) heardAtMs = clock.elapsed()
    }
    expect(silentAtMs).toBe(0)
    isThere = false
    const leftAtMs = clock.elapsed()
    await clock.advance(45_000)
    expect(silentAtMs).toBeGreaterThan(leftAtMs)
    expect(silentAtMs - leftAtMs).toBeLessThanOrEqual(45_000)
  },
)

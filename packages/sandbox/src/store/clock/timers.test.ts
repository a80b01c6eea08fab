import { describe, expect, it } from 'vitest'
import { createClock } from './createClock.ts'
import { abortAfter, startInterval, startTimer } from './timers.ts'

const month = 30 * 24 * 3_600_000

describe.each([month, Number.POSITIVE_INFINITY, Number.NaN])('a time of %d ms', (ms) => {
  it('does not pass at once', async () => {
    let fired = 0
    const fire = (): void => {
      fired += 1
    }
    const timers = [startTimer(fire, ms), startInterval(fire, ms)]
    const signal = abortAfter(ms)
    await soon()
    timers.forEach(clearTimeout)
    expect({ fired, isAborted: signal.aborted }).toEqual({ fired: 0, isAborted: false })
  })
})

it("a task of an account's clock in 30 days, or never, does not run at once", async () => {
  const clock = createClock()
  let ran = 0
  for (const ms of [month, Number.POSITIVE_INFINITY]) clock.schedule(clock.now() + ms, () => (ran += 1))
  await soon()
  clock.close()
  expect(ran).toBe(0)
})

it('a time that is not a whole number, or is over, is no error', async () => {
  await Promise.all([0.5, -1, Number.NEGATIVE_INFINITY].map((ms) => new Promise<void>((done) => startTimer(done, ms))))
  for (const ms of [0.5, -1]) await new Promise((resolve) => abortAfter(ms).addEventListener('abort', resolve))
})

/** A while in which a timer that overflows has fired many times: it waits 1 ms. */
function soon(): Promise<void> {
  return new Promise((resolve) => startTimer(resolve, 50))
}

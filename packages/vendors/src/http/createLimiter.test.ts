import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createTestClock } from '../../test/createTestClock.ts'
import { createLimiter } from './createLimiter.ts'

const never = (): AbortSignal => new AbortController().signal

it('lets no more than the limit leave in any stretch of time', async () => {
  const bursts = fc.array(fc.record({ after: fc.nat(400), count: fc.integer({ min: 1, max: 6 }) }), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(bursts, fc.integer({ min: 1, max: 5 }), async (arrivals, requests) => {
      const clock = createTestClock()
      const limiter = createLimiter({ requests, perMs: 500, clock })
      const departures: number[] = []
      for (const { after, count } of arrivals) {
        await clock.advance(after)
        for (let index = 0; index < count; index += 1)
          void limiter.enter(never()).then(() => departures.push(clock.now()))
      }
      await clock.advance(100_000)
      expect(departures).toHaveLength(arrivals.reduce((sum, { count }) => sum + count, 0))
      const spans = departures.slice(requests).map((time, index) => time - (departures[index] ?? 0))
      expect(spans.every((span) => span >= 500)).toBe(true)
    }),
    { numRuns: 30 },
  )
})

it('lets requests leave in the order they came', async () => {
  const clock = createTestClock()
  const limiter = createLimiter({ requests: 2, perMs: 5_000, clock })
  const left: number[] = []
  for (const number of [1, 2, 3, 4, 5]) void limiter.enter(never()).then(() => left.push(number))
  await clock.advance(0)
  expect(left).toEqual([1, 2])
  await clock.advance(5_000)
  expect(left).toEqual([1, 2, 3, 4])
  await clock.advance(5_000)
  expect(left).toEqual([1, 2, 3, 4, 5])
})

it('gives up at once when the signal aborts, and leaves the place to the next', async () => {
  const clock = createTestClock()
  const limiter = createLimiter({ requests: 1, perMs: 5_000, clock })
  await limiter.enter(never())
  const [impatient, patient] = [new AbortController(), limiter.enter.bind(limiter, never())]
  const given = limiter.enter(impatient.signal)
  const next = patient()
  impatient.abort(new Error('no longer needed'))
  await expect(given).rejects.toThrow('no longer needed')
  await clock.advance(5_000)
  await expect(next).resolves.toBeUndefined()
})

it('does not let a request leave whose signal has aborted before', async () => {
  const limiter = createLimiter({ requests: 1, perMs: 5_000, clock: createTestClock() })
  await expect(limiter.enter(AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late')
  await expect(limiter.enter(never())).resolves.toBeUndefined()
})

it('waits no longer after the wall clock was set back by an hour', async () => {
  const clock = createTestClock()
  const limiter = createLimiter({ requests: 2, perMs: 5_000, clock })
  await limiter.enter(never())
  await limiter.enter(never())
  clock.shiftWallClock(-3_600_000)
  const third = limiter.enter(never())
  await clock.advance(0)
  expect(clock.sleepers()).toEqual([5_000])
  await clock.advance(5_000)
  await expect(third).resolves.toBeUndefined()
})

it('waits as long after the wall clock was set forward by an hour', async () => {
  const clock = createTestClock()
  const limiter = createLimiter({ requests: 1, perMs: 5_000, clock })
  await limiter.enter(never())
  clock.shiftWallClock(3_600_000)
  expect(limiter.enterNow()).toBe(false)
  void limiter.enter(never())
  await clock.advance(0)
  expect(clock.sleepers()).toEqual([5_000])
})

it('never waits longer than its period, even on a clock that jumps', async () => {
  const clock = createTestClock()
  let jumpMs = 3_600_000
  const limiter = createLimiter({
    requests: 1,
    perMs: 5_000,
    clock: { ...clock, elapsed: () => clock.elapsed() + jumpMs },
  })
  await limiter.enter(never())
  jumpMs = 0
  void limiter.enter(never())
  await clock.advance(0)
  expect(clock.sleepers()).toEqual([5_000])
})

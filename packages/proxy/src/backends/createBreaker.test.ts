import { expect, it } from 'vitest'
import { createFakeClock, type FakeClock } from '../../test/createFakeClock.ts'
import { OperationError } from '../errors.ts'
import { type Breaker, createBreaker, type Outcome } from './createBreaker.ts'

const failure: Outcome = {
  kind: 'failure',
  error: new OperationError({ code: 'upstream_timeout', message: 'Late.', detail: 'why' }),
}
const success: Outcome = { kind: 'success' }
const keyRefused: Outcome = {
  kind: 'keyRefused',
  error: new OperationError({ code: 'upstream_auth', message: 'The key.', detail: '401' }),
}

function setUp(): { breaker: Breaker; clock: FakeClock } {
  const clock = createFakeClock()
  return { breaker: createBreaker({ clock, random: () => 0.5 }), clock }
}

function repeat(times: number, run: () => void): void {
  for (let time = 0; time < times; time += 1) run()
}

it('opens once half of twenty calls have failed, and not before', () => {
  const { breaker } = setUp()
  repeat(10, () => breaker.enter()(success))
  repeat(9, () => breaker.enter()(failure))
  breaker.enter()(failure)
  expect(() => breaker.enter()).toThrow(
    expect.objectContaining({ code: 'upstream_unavailable', detail: 'why', retryAfterMs: 2_000 }),
  )
})

it('stays closed while fewer than half fail, or fewer than twenty calls were made', () => {
  const { breaker, clock } = setUp()
  repeat(19, () => breaker.enter()(failure))
  clock.advance(30_000)
  repeat(19, () => breaker.enter()(failure))
  clock.advance(30_000)
  repeat(100, () => {
    breaker.enter()(success)
    breaker.enter()(success)
    breaker.enter()(failure)
  })
  expect(() => breaker.enter()).not.toThrow()
})

it('lets one call at a time try, and closes when it succeeds', () => {
  const { breaker, clock } = setUp()
  const [late, laterStill] = [breaker.enter(), breaker.enter()]
  repeat(20, () => breaker.enter()(failure))
  clock.advance(1_999)
  expect(() => breaker.enter()).toThrow()
  late(success) // Says nothing about the vendor now.
  laterStill(failure) // Neither does this.
  expect(() => breaker.enter()).toThrow()
  clock.advance(1)
  const probe = breaker.enter()
  expect(() => breaker.enter()).toThrow()
  probe(failure)
  expect(() => breaker.enter()).toThrow()
  clock.advance(2_000)
  breaker.enter()({ kind: 'neutral' }) // A client that left: the next one tries.
  breaker.enter()(success)
  repeat(19, () => breaker.enter()(failure))
})

it('opens for a minute at once when the vendor refuses the key', () => {
  const { breaker, clock } = setUp()
  breaker.enter()(keyRefused)
  expect(() => breaker.enter()).toThrow(
    expect.objectContaining({ code: 'upstream_auth', detail: '401', retryAfterMs: 60_000 }),
  )
  clock.advance(60_000)
  breaker.enter()(success)
  expect(() => breaker.enter()).not.toThrow()
})

it('is not moved by a clock that is set back', () => {
  const { breaker, clock } = setUp()
  breaker.enter()(keyRefused)
  clock.setBack(3_600_000)
  clock.advance(60_000)
  expect(() => breaker.enter()).not.toThrow()
})

import { expect, it } from 'vitest'
import { createFakeClock } from '../../test/createFakeClock.ts'
import { OperationError } from '../errors.ts'
import { createAdmission } from './createAdmission.ts'

function waitOf(run: () => void): number {
  try {
    run()
    return 0
  } catch (error) {
    if (!(error instanceof OperationError)) throw error
    expect(error.code).toBe('busy')
    return error.retryAfterMs ?? 0
  }
}

it('takes as many requests at a time as it may', () => {
  const { enter } = createAdmission({
    clock: createFakeClock(),
    maxRequests: 2,
    streamsPerSecond: 1,
    random: () => 0.5,
  })
  const leave = enter()
  enter()
  expect(waitOf(enter)).toBe(2_000)
  leave()
  expect(waitOf(enter)).toBe(0)
})

it('takes streams at a rate, and sends a crowd back over the time that all of it needs', () => {
  const clock = createFakeClock()
  let random = 0
  const { enterStream } = createAdmission({
    clock,
    maxRequests: 1,
    streamsPerSecond: 10,
    random: () => {
      random = (random + 0.37) % 1
      return random
    },
  })
  const waits = Array.from({ length: 1_000 }, () => waitOf(enterStream))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(10)
  expect(Math.max(...waits)).toBeGreaterThan(50_000)
  expect(Math.min(...waits.slice(-100))).toBeLessThan(10_000)
  expect(new Set(waits).size).toBeGreaterThan(500)
  clock.setBack(3_600_000)
  clock.advance(500)
  expect(Array.from({ length: 10 }, () => waitOf(enterStream)).filter((wait) => wait === 0)).toHaveLength(5)
})

it('takes no more than a second’s streams at once, however long nobody came', () => {
  const clock = createFakeClock()
  const { enterStream } = createAdmission({ clock, maxRequests: 1, streamsPerSecond: 10 })
  clock.advance(3_600_000)
  expect(Array.from({ length: 30 }, () => waitOf(enterStream)).filter((wait) => wait === 0)).toHaveLength(10)
})

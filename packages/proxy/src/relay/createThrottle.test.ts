import { expect, it } from 'vitest'
import { createFakeClock } from '../../test/createFakeClock.ts'
import { createThrottle, type Throttle } from './createThrottle.ts'

function setUp(): { throttle: Throttle<number>; emitted: number[]; clock: ReturnType<typeof createFakeClock> } {
  const clock = createFakeClock()
  const emitted: number[] = []
  const throttle = createThrottle<number>({ clock, intervalMs: 50, emit: (value) => emitted.push(value) })
  return { throttle, emitted, clock }
}

it('lets a lone value through at once', () => {
  const { throttle, emitted } = setUp()
  throttle.push(1)
  expect(emitted).toEqual([1])
})

it('lets at most one value an interval through, and always the last one', () => {
  const { throttle, emitted, clock } = setUp()
  for (let value = 1; value <= 10_000; value += 1) {
    throttle.push(value)
    if (value % 100 === 0) clock.advance(1)
  }
  clock.advance(50)
  expect(emitted.length).toBeLessThanOrEqual(4)
  expect(emitted.at(-1)).toBe(10_000)
})

it('is at rest again after a quiet interval', () => {
  const { throttle, emitted, clock } = setUp()
  throttle.push(1)
  clock.advance(50)
  expect(clock.pending()).toBe(0)
  throttle.push(2)
  expect(emitted).toEqual([1, 2])
})

it('emits what it holds when it is flushed, and only once', () => {
  const { throttle, emitted, clock } = setUp()
  throttle.push(1)
  throttle.push(2)
  throttle.flush()
  clock.advance(200)
  expect(emitted).toEqual([1, 2])
})

it('emits nothing after it is cancelled', () => {
  const { throttle, emitted, clock } = setUp()
  throttle.push(1)
  throttle.push(2)
  throttle.cancel()
  clock.advance(200)
  expect(emitted).toEqual([1])
  expect(clock.pending()).toBe(0)
})

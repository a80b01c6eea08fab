import { expect, test } from 'vitest'
import { fullJitterMs } from './fullJitterMs.ts'

test('doubles its longest wait from half a second to half a minute', () => {
  const longest = Array.from({ length: 9 }, (_, attempt) => fullJitterMs(attempt, () => 1))
  expect(longest).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  expect(fullJitterMs(2000, () => 1)).toBe(30_000)
})

test('spreads over the whole time, so that tabs do not come back all at once', () => {
  expect(fullJitterMs(0, () => 0)).toBe(0)
  expect(fullJitterMs(3, () => 0.5)).toBe(2000)
})

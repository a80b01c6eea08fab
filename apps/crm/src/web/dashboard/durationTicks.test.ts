import { expect, it } from 'vitest'
import { durationTicks, toShownDuration } from './durationTicks.ts'

const minute = 60_000
const day = 24 * 60 * minute

it.each([
  [0, [1, 5]],
  [5 * minute, [1, 5]],
  [26 * minute, [1, 5, 15, 60]],
  [25 * 60 * minute, [1, 5, 15, 60, 240, 1_440, 4_320]],
])('ends the axis above %d ms, with ticks at these minutes', (maxMs, minutes) => {
  expect(durationTicks(maxMs)).toEqual(minutes.map((each) => each * minute))
})

it('ends at the longest period', () => {
  expect(durationTicks(200 * day).at(-1)).toBe(90 * day)
})

it('shows what is shorter than the axis at its beginning', () => {
  expect([0, 59_000, 61_000, null].map(toShownDuration)).toEqual([minute, minute, 61_000, null])
})

import { expect, it } from 'vitest'
import { formatCounts, formatSkips, playwrightCounts, vitestCounts } from './testCounts.ts'

it('reads how a Vitest run ended', () => {
  expect(vitestCounts({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 3 })).toEqual({
    passed: 7,
    failed: 2,
    skipped: 3,
  })
})

it('counts a browser test as passed that passed on a second try', () => {
  expect(playwrightCounts({ stats: { expected: 4, unexpected: 1, flaky: 2, skipped: 0 } })).toEqual({
    passed: 6,
    failed: 1,
    skipped: 0,
  })
})

it('reads nothing from a report that was never written', () => {
  expect(vitestCounts({})).toEqual({ passed: 0, failed: 0, skipped: 0 })
})

it('names skipped tests where there are some', () => {
  expect(formatCounts({ passed: 7, failed: 0, skipped: 0 })).toBe('7 passed, 0 failed')
  expect(formatCounts({ passed: 7, failed: 1, skipped: 3 })).toBe('7 passed, 1 failed, 3 skipped')
})

it('gives the reasons of skipped tests', () => {
  const skips = new Map([
    ['this browser has no moveBefore', 4],
    ['nothing emulates forced colors here', 1],
  ])
  expect(formatSkips(skips)).toBe(
    '\n  4 skipped: this browser has no moveBefore\n  1 skipped: nothing emulates forced colors here',
  )
  expect(formatSkips(new Map())).toBe('')
})

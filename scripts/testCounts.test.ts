import { expect, it } from 'vitest'
import { playwrightCounts, vitestCounts } from './testCounts.ts'

it('reads how a Vitest run ended', () => {
  expect(vitestCounts({ numPassedTests: 7, numFailedTests: 2 })).toEqual({ passed: 7, failed: 2 })
})

it('counts a flaky browser test as failed', () => {
  expect(playwrightCounts({ stats: { expected: 4, unexpected: 1, flaky: 2, skipped: 0 } })).toEqual({
    passed: 4,
    failed: 3,
  })
})

it('reads nothing from a report that was never written', () => {
  expect(vitestCounts({})).toEqual({ passed: 0, failed: 0 })
})

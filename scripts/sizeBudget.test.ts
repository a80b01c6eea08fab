import { describe, expect, it } from 'vitest'
import { type Budget, findSizeProblems, limitOf, record, toSizeTable } from './sizeBudget.ts'

const budget: Budget = { name: 'badge', entry: '', todayKiB: 10, goalKiB: 1 }
const problemsOf = (bytes: number, otherBytes = bytes): string => findSizeProblems({ budget, bytes, otherBytes }).join()

describe('size budget', () => {
  it('accepts a size near the recorded one', () => {
    expect(problemsOf(10_240)).toBe('')
    expect(problemsOf(limitOf(budget))).toBe('')
  })

  it('refuses a size above the limit', () => {
    expect(problemsOf(limitOf(budget) + 1)).toContain('badge is 10.20 KiB, recorded with 10.00 KiB')
  })

  it('asks for a gain to be recorded', () => {
    expect(problemsOf(9 * 1024)).toContain('Record the gain')
  })

  it('refuses a bundle that is much larger by another bundler', () => {
    expect(problemsOf(10_240, 11_700)).toBe('')
    expect(problemsOf(10_240, 11_800)).toContain('11.52 KiB by Rolldown')
  })

  it('moves the limit with the recorded size, and keeps the goal', () => {
    const smaller = record({ budget, bytes: 9 * 1024 })
    expect(smaller).toEqual({ ...budget, todayKiB: 9 })
    expect(findSizeProblems({ budget: smaller, bytes: 10 * 1024, otherBytes: 0 })).toHaveLength(1)
  })

  it('shows the goal beside the sizes and the limit', () => {
    const stylesheet: Budget = { name: 'stylesheet', file: 'styles.css', todayKiB: 3 }
    const rows = [
      { budget, bytes: 10_240, otherBytes: 11_264 },
      { budget: stylesheet, bytes: 3072, otherBytes: 3072 },
    ]
    expect(toSizeTable(rows)).toBe(
      [
        'entry         esbuild   rolldown      limit      goal',
        'badge       10.00 KiB  11.00 KiB  10.20 KiB  1.00 KiB',
        'stylesheet   3.00 KiB   3.00 KiB   3.06 KiB         -',
      ].join('\n'),
    )
  })
})

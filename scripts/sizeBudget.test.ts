import { describe, expect, it } from 'vitest'
import { type Budget, findSizeProblem, limitOf, record, toSizeTable } from './sizeBudget.ts'

const budget: Budget = { name: 'core', path: 'packages/core/dist/index.js', todayKiB: 10, goalKiB: 1 }

describe('size budget', () => {
  it('accepts a size near the recorded one', () => {
    expect(findSizeProblem({ budget, bytes: 10_240 })).toBeUndefined()
    expect(findSizeProblem({ budget, bytes: limitOf(budget) })).toBeUndefined()
  })

  it('refuses a size above the limit', () => {
    expect(findSizeProblem({ budget, bytes: limitOf(budget) + 1 })).toContain(
      'core is 10.20 KiB, recorded with 10.00 KiB',
    )
  })

  it('asks for a gain to be recorded', () => {
    expect(findSizeProblem({ budget, bytes: 9 * 1024 })).toContain('Record the gain')
  })

  it('moves the limit with the recorded size, and keeps the goal', () => {
    const smaller = record({ budget, bytes: 9 * 1024 })
    expect(smaller).toEqual({ ...budget, todayKiB: 9 })
    expect(findSizeProblem({ budget: smaller, bytes: 10 * 1024 })).toContain('Make it smaller')
  })

  it('shows the goal beside the size and the limit', () => {
    const stylesheet: Budget = { name: 'stylesheet', path: 'styles.css', todayKiB: 3 }
    const rows = [
      { budget, bytes: 10_240 },
      { budget: stylesheet, bytes: 3072 },
    ]
    expect(toSizeTable(rows)).toBe(
      [
        'entry            size      limit      goal',
        'core        10.00 KiB  10.20 KiB  1.00 KiB',
        'stylesheet   3.00 KiB   3.06 KiB         -',
      ].join('\n'),
    )
  })
})

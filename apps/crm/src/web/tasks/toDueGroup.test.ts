import { expect, it } from 'vitest'
import { toDueGroup } from './toDueGroup.ts'

const now = new Date(2026, 2, 12, 15, 30).getTime()

it.each([
  ['overdue', new Date(2026, 2, 11, 23, 59)],
  ['today', new Date(2026, 2, 12, 0, 0)],
  ['today', new Date(2026, 2, 12, 23, 59)],
  ['later', new Date(2026, 2, 13, 0, 0)],
])('is %s at %s', (group, due) => {
  expect(toDueGroup({ dueAt: due.getTime(), now })).toBe(group)
})

it('is undated without a date', () => {
  expect(toDueGroup({ dueAt: null, now })).toBe('undated')
})

import { expect, it } from 'vitest'
import { toDay, toDueAt } from './dueDay.ts'

it('makes a day the end of its working day, and back', () => {
  expect(toDueAt('2030-03-09')).toBe(new Date(2030, 2, 9, 18).getTime())
  expect(toDay(new Date(2030, 2, 9, 23, 59).getTime())).toBe('2030-03-09')
  expect(toDay(new Date(2030, 2, 9, 0, 0).getTime())).toBe('2030-03-09')
})

it('has no time without a day', () => {
  expect(toDueAt('')).toBeNull()
  expect(toDay(null)).toBe('')
})

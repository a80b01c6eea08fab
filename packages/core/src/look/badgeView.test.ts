import { expect, test } from 'vitest'
import type { UnansweredState } from '../unanswered/unansweredState.ts'
import { toBadgeView } from './badgeView.ts'

const live = (count: number): UnansweredState => ({
  status: 'live',
  count,
  tone: 'red',
  at: '2026-01-02T03:04:05.000Z',
})

test.each([
  [{ max: 9 }, '9+'],
  [{ max: 42 }, '42'],
  [{ max: 0 }, '42'],
  [{ max: 1.5 }, '42'],
  [{ max: Number.NaN }, '42'],
  [{}, '42'],
])('draws 42 with %j as %s, and reads out the true number', (options, text) => {
  expect(toBadgeView({ state: live(42), ...options })).toMatchObject({ text, spoken: '42 unanswered', tone: 'red' })
})

test.each([
  ['{count} без ответа, {count}', '3 без ответа, 3'],
  ['New messages', 'New messages'],
  [(count: number) => `${count} ${count === 1 ? 'chat' : 'chats'}`, '3 chats'],
])('reads out the phrase %s as %s', (label, spoken) => {
  expect(toBadgeView({ state: live(3), label })?.spoken).toBe(spoken)
})

test('draws a 0 only when asked to, and an unknown number never', () => {
  expect(toBadgeView({ state: live(0) })).toBeNull()
  expect(toBadgeView({ state: live(0), showZero: true })?.text).toBe('0')
  expect(toBadgeView({ state: { status: 'connecting' }, showZero: true })).toBeNull()
})

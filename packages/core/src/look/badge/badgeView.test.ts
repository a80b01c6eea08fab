import { expect, test } from 'vitest'
import type { UnansweredState } from '../../unanswered/unansweredState.ts'
import { toBadgeView } from './badgeView.ts'

const live = (count: number): Extract<UnansweredState, { count: number }> => ({
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
  expect(toBadgeView({ state: live(42), ...options })).toMatchObject({
    text,
    'aria-label': '42 unanswered',
    'data-tone': 'red',
  })
})

test.each([
  ['{count} без ответа, {count}', '3 без ответа, 3'],
  ['New messages', 'New messages'],
  [(count: number) => `${count} ${count === 1 ? 'chat' : 'chats'}`, '3 chats'],
])('reads out the phrase %s as %s', (label, phrase) => {
  expect(toBadgeView({ state: live(3), label })?.title).toBe(phrase)
})

test('hides a 0 unless asked to show it', () => {
  expect(toBadgeView({ state: live(0) })).toMatchObject({ hidden: true })
  expect(toBadgeView({ state: live(0), showZero: true })).toMatchObject({ hidden: false, text: '0' })
})

test('says that a number is outdated, in words of your own too', () => {
  const state = { ...live(3), status: 'stale' as const }
  expect(toBadgeView({ state })).toMatchObject({
    'data-status': 'stale',
    text: '3',
    title: '3 unanswered, not up to date',
  })
  expect(toBadgeView({ state, labels: { stale: 'veraltet' } })?.title).toBe('3 unanswered, veraltet')
})

test('draws an error, and no number with it', () => {
  const state: UnansweredState = { status: 'error', code: 'unauthenticated' }
  const view = {
    'data-status': 'error',
    'data-tone': 'none',
    text: '!',
    'aria-label': 'count not available',
    title: 'count not available',
  }
  expect(toBadgeView({ state, showZero: true })).toEqual(view)
  expect(toBadgeView({ state, labels: { error: 'keine Zahl' } })?.title).toBe('keine Zahl')
})

test.each([2 ** 53, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('knows no number of %s messages', (count) => {
  expect(toBadgeView({ state: live(count) })).toBeUndefined()
})

test.each(['idle', 'connecting'] as const)('knows no number while it is %s', (status) => {
  expect(toBadgeView({ state: { status } })).toBeUndefined()
})

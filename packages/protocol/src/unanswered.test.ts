import { expect, it } from 'vitest'
import { unansweredSchema } from './unanswered.ts'

const live = { status: 'live', count: 3, tone: 'red', epoch: 4, seq: 7, at: '2026-01-02T03:04:05.000Z' }
const unknown = { status: 'unknown', count: null, tone: null, epoch: 4, seq: 0, at: null }

it.each([live, { ...live, status: 'stale', tone: 'grey' }, { ...live, count: 0, tone: null }, unknown])(
  'reads %j',
  (value) => {
    expect(unansweredSchema.parse(value)).toEqual(value)
  },
)

it.each([
  ['an unknown count that is a number', { ...unknown, count: 0 }],
  ['a live value without a count', { ...live, count: null }],
  ['a negative count', { ...live, count: -1 }],
  ['half a message', { ...live, count: 1.5 }],
  ['a count in words', { ...live, count: '3' }],
  ['a tone of another colour', { ...live, tone: 'blue' }],
  ['no order', { ...live, seq: undefined }],
  ['no epoch', { ...live, epoch: undefined }],
  ['an epoch before all time', { ...live, epoch: -1 }],
  ['a time that is none', { ...live, at: 'yesterday' }],
])('refuses %s', (_, value) => {
  expect(unansweredSchema.safeParse(value).success).toBe(false)
})

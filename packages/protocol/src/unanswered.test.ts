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
  ['a status with a number as stale', { ...live, status: 'paused' }, { ...live, status: 'stale' }],
  ['a status without a number as unknown', { ...unknown, status: 'paused' }, unknown],
  ['a tone as grey', { ...live, tone: 'blue' }, { ...live, tone: 'grey' }],
  ['a field by leaving it out', { ...live, chats: [1] }, live],
])('reads what a newer proxy has added: %s', (_, newer, expected) => {
  expect(unansweredSchema.parse(newer)).toEqual(expected)
})

it.each([
  ['an unknown count that is a number', { ...unknown, count: 0 }],
  ['a live value without a count', { ...live, count: null }],
  ['a negative count', { ...live, count: -1 }],
  ['half a message', { ...live, count: 1.5 }],
  ['a count in words', { ...live, count: '3' }],
  ['a tone that is no word', { ...live, tone: 7 }],
  ['a status that is no word', { ...live, status: 7 }],
  ['a new status with a negative count', { ...live, status: 'paused', count: -1 }],
  ['no order', { ...live, seq: undefined }],
  ['no epoch', { ...live, epoch: undefined }],
  ['an epoch before all time', { ...live, epoch: -1 }],
  ['an invalid time', { ...live, at: 'yesterday' }],
])('refuses %s', (_, value) => {
  expect(unansweredSchema.safeParse(value).success).toBe(false)
})

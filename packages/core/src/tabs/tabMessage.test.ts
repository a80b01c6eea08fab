import { expect, test } from 'vitest'
import { parseTabMessage } from './tabMessage.ts'

const at = '2026-01-02T03:04:05.000Z'
const value = { status: 'live', count: 1, tone: 'red', epoch: 1, seq: 1, at }
const update = (event: unknown): object => ({ kind: 'update', lead: 1, event })

test.each([
  ['a request', { kind: 'request' }],
  ['an update without a value yet', update(null)],
  ['a value', update({ kind: 'value', value, connection: 1 })],
  ['another event', update({ kind: 'live', event: { name: 'channel', data: { any: ['shape'] } } })],
  ['a loss', update({ kind: 'loss', code: 'unauthenticated', retryable: false })],
  ['a loss that only a page can find', update({ kind: 'loss', code: 'network', retryable: true })],
])('reads %s', (_, message) => {
  expect(parseTabMessage(message)).toEqual(message)
})

test('reads what a tab of a newer version has added', () => {
  const loss = { kind: 'loss', code: 'brand_new', retryable: true, since: 7 }
  expect(parseTabMessage(update(loss))).toEqual(update({ kind: 'loss', code: 'brand_new', retryable: true }))
  const newer = { ...value, status: 'paused', tone: 'blue' }
  expect(parseTabMessage(update({ kind: 'value', value: newer, connection: 1 }))).toEqual(
    update({ kind: 'value', value: { ...value, status: 'stale', tone: 'grey' }, connection: 1 }),
  )
})

test.each([
  ['another kind', { kind: 'news' }],
  ['an update without a lead', { kind: 'update', event: null }],
  ['a value without a connection', update({ kind: 'value', value })],
  ['another event without a name', update({ kind: 'live', event: { data: {} } })],
  ['an impossible count', update({ kind: 'value', value: { ...value, count: -1 }, connection: 1 })],
  ['a code that is no word', update({ kind: 'loss', code: 7, retryable: true })],
])('does not read %s', (_, message) => {
  expect(parseTabMessage(message)).toBeUndefined()
})

import { expect, it } from 'vitest'
import { readExpiry } from './readExpiry.ts'

it.each([
  ['X-Amz-Date=20260102T030405Z&X-Amz-Expires=3600&X-Amz-Signature=x', '2026-01-02T04:04:05.000Z'],
  ['Expires=1767323045&Signature=x', '2026-01-02T03:04:05.000Z'],
  ['X-Amz-Date=20261302T030405Z&X-Amz-Expires=3600', undefined],
  ['X-Amz-Date=20260102T030405Z', undefined],
  ['Expires=soon', undefined],
  ['Expires=99999999999', undefined],
  ['', undefined],
])('reads when a signed link ends: %s', (query, end) => {
  expect(readExpiry(`https://files.example/1.csv?${query}`)).toBe(end)
})

it('reads nothing of what is no link', () => expect(readExpiry('soon')).toBeUndefined())

import { expect, it } from 'vitest'
import { toReturnPath } from './toReturnPath.ts'

it('goes back to the page that asked for the login', () => {
  expect(toReturnPath({ from: '/contacts/maria-lindqvist?search=m' })).toBe('/contacts/maria-lindqvist?search=m')
})

it.each([
  null,
  {},
  { from: 5 },
  { from: '//evil.example' },
  { from: '/\\evil.example' },
  { from: 'https://evil.example' },
])('begins with the first page for %o', (state) => {
  expect(toReturnPath(state)).toBe('/')
})

import { expect, it } from 'vitest'
import { formatPhone } from './formatPhone.ts'

it.each([
  ['79998887766', '+7 999 888 7766'],
  ['12125550143', '+1 212 555 0143'],
  ['447700900142', '+44 770 090 0142'],
  ['358401234567', '+358 401 234 567'],
])('writes %s to be read', (digits, text) => {
  expect(formatPhone(digits)).toBe(text)
})

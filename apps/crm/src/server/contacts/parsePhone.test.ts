import { expect, it } from 'vitest'
import { parsePhone } from './parsePhone.ts'

it.each([
  ['+7 (999) 888-77-66', '79998887766'],
  ['79998887766', '79998887766'],
  [' +44 7700 900123 ', '447700900123'],
  ['+1.212.555.0143', '12125550143'],
])('parses %s', (text, digits) => {
  expect(parsePhone(text)).toEqual({ digits })
})

it.each([
  ['', 'only digits'],
  ['maria', 'only digits'],
  ['+7 999 888 77 66 ext. 5', 'only digits'],
  ['7+9998887766', 'only digits'],
  ['٧٩٩٩٨٨٨٧٧٦٦', 'only digits'],
  ['0044 7700 900123', 'country code'],
  ['07700 900123', 'country code'],
  ['12345678', 'this one has 8'],
  ['12345678901234567', 'this one has 17'],
])('explains the problem with %j', (text, problem) => {
  expect(parsePhone(text)).toEqual({ problem: expect.stringContaining(problem) })
})

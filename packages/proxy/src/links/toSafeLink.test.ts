import { expect, it } from 'vitest'
import { toSafeLink } from './toSafeLink.ts'

const redact = (text: string): string => text.replaceAll('the-key', '')

it.each([
  ['https://files.example.com/export.csv', false],
  ['https://files.example.com/export.csv', true],
  ['http://127.0.0.1:4010/export.csv', true],
])(
  'a link to a file may lead to any host of the internet, and to this machine for a vendor here: %s',
  (url, isPrivate) => {
    expect(toSafeLink({ url, backend: { redact, isPrivate } }).href).toBe(url)
  },
)

it.each([
  ['this machine', 'http://127.0.0.1:4010/export.csv'],
  ['plain http', 'http://files.example.com/export.csv'],
  ['a script', 'javascript:alert(1)'],
  ['a user name', 'https://user@files.example.com/export.csv'],
  ['the key', 'https://files.example.com/the-key'],
  ['the key in percent signs', 'https://files.example.com/the%2Dkey'],
])('a link to a file is refused for %s', (_, url) => {
  expect(() => toSafeLink({ url, backend: { redact, isPrivate: false } })).toThrow(/vendor’s link/)
})

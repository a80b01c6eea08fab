import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeNul, unescapeNul } from './escapeNul.ts'

const awkward = fc.string({ unit: fc.constantFrom('\0', 'a', '\uFDD0', '\uFDD1', '\uFDD2') })

describe('an escaped text', () => {
  it('has no NUL, and becomes what it was', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        expect(escapeNul(text)).not.toContain('\0')
        expect(unescapeNul(escapeNul(text))).toBe(text)
      }),
    )
  })

  it('contains the escaped parts of the text', () => {
    fc.assert(
      fc.property(awkward, awkward, (text, part) => {
        if (text.includes(part)) expect(escapeNul(text)).toContain(escapeNul(part))
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { createRedactor } from './createRedactor.ts'

const key = 'Canary-7f3A/x+9'
const redact = createRedactor(key)

describe('a text with the key in it', () => {
  it.each([
    ['as it is', key],
    ['in base64', Buffer.from(key).toString('base64')],
    ['in base64 for URLs', Buffer.from(key).toString('base64url')],
    ['in URL form', encodeURIComponent(key)],
    ['in hex', Buffer.from(key).toString('hex')],
    ['in capital hex', Buffer.from(key).toString('hex').toUpperCase()],
  ])('loses it: %s', (_, form) => {
    expect(redact(`before ${form} after`)).toBe('before [redacted] after')
  })

  it.each(['CANARY-7F3A/X+9', 'CANARY_7F_3A_X_9', 'canary7f3ax9'])(
    'goes as a whole when it was rewritten: %s',
    (form) => {
      expect(redact(`code ${form}`)).toBe('[redacted]')
    },
  )
})

it('leaves other texts alone', () => {
  expect(redact('POST /v2/iframe answered 400 VALIDATION_ERROR')).toBe('POST /v2/iframe answered 400 VALIDATION_ERROR')
})

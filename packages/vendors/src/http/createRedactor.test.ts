import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRedactor, createSecretRedactor } from './createRedactor.ts'

const key = `Canary-7f3A/x+9"\\&é<'~*`
const redact = createSecretRedactor(() => [key])
const toBase64 = (text: string): string => Buffer.from(text).toString('base64')

const encodings: [name: string, text: string][] = [
  ['as it is', key],
  ['in base64', toBase64(key)],
  ['in base64 without padding', toBase64(key).replace(/=+$/, '')],
  ['in base64 for URLs', Buffer.from(key).toString('base64url')],
  ['in base64 within a URL', encodeURIComponent(toBase64(key))],
  ['in a URL', encodeURIComponent(key)],
  ['in a URL with small escapes', encodeURIComponent(key).replace(/%[\dA-F]{2}/g, (hex) => hex.toLowerCase())],
  ['in a URL within a URL', encodeURIComponent(encodeURIComponent(key))],
  ['in a form', new URLSearchParams({ a: key }).toString().slice(2)],
  ['in JSON', JSON.stringify(key).slice(1, -1)],
  ['in JSON with escaped slashes', JSON.stringify(key).slice(1, -1).replaceAll('/', '\\/')],
  ['in JSON within JSON', JSON.stringify(JSON.stringify(key)).slice(3, -3)],
  ['in HTML', key.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')],
  ['in hex', Buffer.from(key).toString('hex')],
  ['in base64 twice', toBase64(toBase64(key))],
  ['in base64 of a pair in base64', toBase64(toBase64(`user:${key}`)).slice(10, -8)],
  ['backwards', [...key].reverse().join('')],
  ['in capital hex', Buffer.from(key).toString('hex').toUpperCase()],
]

describe('a text with a secret in it', () => {
  it.each(encodings)('loses it: %s', (_, encoding) => {
    expect(redact(`before "${encoding}" after`)).toBe('before "[redacted]" after')
  })

  it.each(['CANARY-7F3A/X+9', 'CANARY_7F_3A_X_9', 'canary7f3ax9'])(
    'goes as a whole when it was rewritten: %s',
    (form) => {
      expect(createSecretRedactor(() => ['Canary-7f3A/x+9'])(`code ${form}`)).toBe('[redacted]')
    },
  )

  it.each(['', 'a:', 'ab:', 'api:', 'Basic '])(
    'loses it in a pair of basic authentication that begins with "%s"',
    (before) => {
      for (const after of ['', ':', ':x', ':password']) {
        const header = `Basic ${toBase64(`${before}${key}${after}`)}`
        const cleaned = redact(header)
        expect(cleaned).toContain('[redacted]')
        expectUnreadable(cleaned)
      }
    },
  )

  it('loses it wherever it stands within base64, whatever it is', () => {
    const secret = fc.string({ minLength: 12, maxLength: 60, unit: 'binary' })
    fc.assert(
      fc.property(secret, fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), (own, before, after) => {
        const cleaned = createSecretRedactor(() => [own])(`x ${toBase64(`${before}${own}${after}`)} x`)
        expect(cleaned).toContain('[redacted]')
        expect(cleaned.replace('[redacted]', '').length).toBeLessThan(4 + 4 * 15)
      }),
    )
  })

  const plain = 'Canary-7f3A-0123456789'
  const hex = [...plain].map((character) => character.charCodeAt(0).toString(16))
  it.each([
    ['percent signs', hex.map((code) => `%${code}`).join('')],
    ['percent signs twice', hex.map((code) => `%25${code}`).join('')],
    ['decimal entities', [...plain].map((character) => `&#${character.charCodeAt(0)};`).join('')],
    ['hexadecimal entities', hex.map((code) => `&#x${code};`).join('')],
    ['escapes of JSON', hex.map((code) => `\\u00${code}`).join('')],
  ])('goes as a whole when every character was escaped by %s', (_, escaped) => {
    expect(createSecretRedactor(() => [plain])(`code ${escaped} end`)).toBe('[redacted]')
  })

  it.each([8, 12, 20])('loses the first %d characters of a key that was cut short', (length) => {
    const cleaned = createSecretRedactor(() => [plain])(`the key ${plain.slice(0, length)}… is wrong`)
    expect(cleaned).toBe('the key [redacted]… is wrong')
  })

  it('loses each of several, the longer one as a whole', () => {
    const several = createSecretRedactor(() => ['secret-0001', 'secret-0001-more', ''])
    expect(several('secret-0001-more, secret-0001')).toBe('[redacted], [redacted]')
  })
})

/** Nothing of the text may decode to half of the key. */
function expectUnreadable(text: string): void {
  const decoded = text.split(/\[redacted\]|\s/).map((part) => Buffer.from(part, 'base64').toString())
  for (const part of decoded) expect(part).not.toContain(key.slice(4, 12))
}

it('leaves other texts alone', () => {
  const text = 'POST /v2/iframe returned 400 VALIDATION_ERROR'
  expect(redact(text)).toBe(text)
  expect(createSecretRedactor(() => ['key'])('the token, eye to eye')).toBe('the token, eye to eye')
  expect(createSecretRedactor(() => [])(text)).toBe(text)
})

it('knows a secret that has changed since', () => {
  let secret = 'first-secret'
  const current = createSecretRedactor(() => [secret])
  expect(current('second-secret')).toBe('second-secret')
  secret = 'second-secret'
  expect(current('second-secret')).toBe('[redacted]')
})

it('takes secrets and links out of every string of a body, field names included', () => {
  const redactor = createRedactor(() => ['secret-0001'])
  const body = { 'secret-0001': [{ deep: toBase64('secret-0001') }], url: 'see https://a.example/x?token=1.', n: 7 }
  expect(redactor.value(body)).toEqual({ '[redacted]': [{ deep: '[redacted]' }], url: 'see [link]', n: 7 })
})

import { createSecretRedactor } from '@crm-chat/vendors/redactor'
import { describe, expect, it } from 'vitest'
import type { BackendWindows } from '../backend.ts'
import { toWindowLink as toLink } from './toWindowLink.ts'

const windows: BackendWindows = {
  scopes: ['global'],
  create: async () => ({ url: 'https://vendor.example/chat' }),
  isOwnUrl: () => true,
}

const backend = { redact: (text: string) => text }

function toWindowLink(parameters: Omit<Parameters<typeof toLink>[0], 'backend'>): ReturnType<typeof toLink> {
  return toLink({ backend, ...parameters })
}

function jwt(claims: unknown): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url')
  return `eyJhbGciOiJIUzI1NiJ9.${payload}.c2lnbmF0dXJl`
}

describe('a link', () => {
  it('comes with the one origin whose messages the page may believe', () => {
    const url = 'https://new123.wazzup24.com/chat/?token=abc'
    expect(toWindowLink({ url, windows })).toEqual({ url, origin: 'https://new123.wazzup24.com', expiresAt: null })
  })

  it.each([
    'http://wazzup24.com/chat',
    'http://127.0.0.1.evil.com/chat',
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://wazzup24.com/1',
    'ftp://wazzup24.com',
    'file:///etc/passwd',
    '//wazzup24.com',
    '/chat',
    'https://user:pass@wazzup24.com',
    'https://',
    '',
  ])('that a frame must not open is refused: %s', (url) => {
    expect(() => toWindowLink({ url, windows })).toThrow(expect.objectContaining({ code: 'upstream_invalid' }))
  })

  it.each(['http://127.0.0.1:4010/chat', 'http://localhost:4010/chat', 'http://[::1]:4010/chat'])(
    'may be plain http on this machine: %s',
    (url) => {
      expect(toWindowLink({ url, windows }).url).toBe(url)
    },
  )

  it('that the backend does not know is refused', () => {
    const strict = { ...windows, isOwnUrl: () => false }
    expect(() => toWindowLink({ url: 'https://evil.com/', windows: strict })).toThrow(/not its own/)
  })
})

describe('the end of a link', () => {
  it('is read from its token', () => {
    const url = `https://wazzup24.com/chat/?token=${jwt({ exp: 1_900_000_000, userName: 'Жанна ÿ' })}`
    expect(toWindowLink({ url, windows }).expiresAt).toBe('2030-03-17T17:46:40.000Z')
  })

  it.each([
    ['no token', ''],
    ['an opaque token', '?token=abc'],
    ['a token of two dots and nothing', '?token=..'],
    ['a payload that is not JSON', '?token=a.b.c'],
    ['no exp', `?token=${jwt({ iat: 1 })}`],
    ['an exp that is not a number', `?token=${jwt({ exp: '1900000000' })}`],
    ['an exp beyond all time', `?token=${jwt({ exp: 1e300 })}`],
    ['an exp before all time', `?token=${jwt({ exp: -1 })}`],
    ['a token elsewhere', `?other=${jwt({ exp: 1_900_000_000 })}`],
  ])('is not known from %s', (_, query) => {
    expect(toWindowLink({ url: `https://wazzup24.com/chat/${query}`, windows }).expiresAt).toBeNull()
  })
})

describe('a link that must not reach a browser', () => {
  const key = 'CANARY-0123456789abcdef'
  const redacting = { redact: createSecretRedactor(() => [key]) }

  it.each([
    ['the key', key],
    ['the key in a URL', encodeURIComponent(key)],
    ['the key in percent signs', Buffer.from(key).toString('hex').replace(/../g, '%$&')],
    ['the key in percent signs twice', Buffer.from(key).toString('hex').replace(/../g, '%25$&')],
    ['the key in percent signs three times', Buffer.from(key).toString('hex').replace(/../g, '%2525$&')],
    ['the key in base64', Buffer.from(key).toString('base64url')],
    ['the key in hex', Buffer.from(key).toString('hex')],
    ['the key in other letters', key.toLowerCase()],
  ])('holds %s', (_, form) => {
    for (const url of [
      `https://wazzup24.com/?k=${form}`,
      `https://wazzup24.com/#${form}`,
      `https://wazzup24.com/${form}/`,
    ]) {
      expect(() => toLink({ url, windows, backend: redacting })).toThrow(
        expect.objectContaining({
          code: 'upstream_invalid',
          detail: undefined,
          message: expect.not.stringContaining(form),
        }),
      )
    }
  })

  it('is longer than 8 KiB', () => {
    const url = (length: number): string => `https://wazzup24.com/?t=${'x'.repeat(length - 24)}`
    expect(toWindowLink({ url: url(8_192), windows }).url).toHaveLength(8_192)
    expect(() => toWindowLink({ url: url(8_193), windows })).toThrow(
      expect.objectContaining({ code: 'upstream_invalid' }),
    )
  })
})

import { expect, it } from 'vitest'
import { allowsFraming } from './allowsFraming.ts'

const page = new URL('https://chats.vendor.example/chat?token=t')

it.each<[policy: string | null, options: string | null, framedBy: string | undefined, allowed: boolean | undefined]>([
  [null, null, 'https://crm.example', true],
  [null, null, undefined, true],
  [null, 'DENY', 'https://crm.example', false],
  [null, 'DENY', undefined, false],
  [null, 'SAMEORIGIN', 'https://crm.example', false],
  [null, 'SAMEORIGIN', 'https://chats.vendor.example', true],
  [null, 'SAMEORIGIN', undefined, undefined],
  [null, 'SAMEORIGIN, DENY', 'https://chats.vendor.example', false],
  [null, 'ALLOW-FROM https://other.example', 'https://crm.example', true],
  ["default-src 'self'; script-src *", 'DENY', 'https://crm.example', false],
  ['frame-ancestors *', 'DENY', 'https://crm.example', true],
  ['frame-ancestors *', null, undefined, true],
  ["frame-ancestors 'none'", null, 'https://crm.example', false],
  ["frame-ancestors 'none'", null, undefined, false],
  ['frame-ancestors', null, 'https://crm.example', false],
  ["Frame-Ancestors 'self'", null, 'https://crm.example', false],
  ["frame-ancestors 'self'", null, 'https://chats.vendor.example', true],
  ["frame-ancestors 'self'", null, undefined, undefined],
  ['frame-ancestors https:', null, 'https://crm.example', true],
  ['frame-ancestors https:', null, 'http://crm.example', false],
  ['frame-ancestors http:', null, 'https://crm.example', true],
  ['frame-ancestors crm.example', null, 'https://crm.example', true],
  ['frame-ancestors crm.example', null, 'http://crm.example', false],
  ['frame-ancestors http://crm.example', null, 'https://crm.example', true],
  ['frame-ancestors https://crm.example', null, 'https://crm.example:8443', false],
  ['frame-ancestors https://crm.example:8443', null, 'https://crm.example:8443', true],
  ['frame-ancestors https://crm.example:*', null, 'https://crm.example:8443', true],
  ['frame-ancestors https://crm.example/path', null, 'https://crm.example', true],
  ['frame-ancestors *.crm.example', null, 'https://eu.crm.example', true],
  ['frame-ancestors *.crm.example', null, 'https://crm.example', false],
  ['frame-ancestors https://other.example https://crm.example', null, 'https://crm.example', true],
  ["frame-ancestors *, frame-ancestors 'none'", null, 'https://crm.example', false],
  ['frame-ancestors ###', null, 'https://crm.example', false],
])('%s and X-Frame-Options %s, framed by %s: %s', (policy, options, framedBy, allowed) => {
  const headers = new Headers()
  if (policy !== null) headers.set('content-security-policy', policy)
  if (options !== null) headers.set('x-frame-options', options)
  expect(allowsFraming({ headers, page, framedBy })).toBe(allowed)
})

import { expect, it } from 'vitest'
import { createLinkRule } from './links.ts'

const sandbox = 'http://127.0.0.1:4010'

it.each([
  [undefined, 'https://wazzup24.com/chat', true],
  [undefined, 'https://new123.wazzup24.com/chat', true],
  [undefined, 'https://evilwazzup24.com/', false],
  [undefined, 'https://wazzup24.com.evil.com/', false],
  [undefined, 'https://wazzup24.com@evil.com/', false],
  [undefined, 'https://evil.com/wazzup24.com', false],
  [undefined, 'http://new123.wazzup24.com/', false],
  [undefined, 'http://127.0.0.1/', false],
  [undefined, 'https://localhost/', false],
  ['https://chats.example.com/api', 'https://chats.example.com/x', true],
  ['https://chats.example.com', 'https://new123.wazzup24.com/x', true],
  ['https://chats.example.com', 'https://chats.example.com:8443/x', false],
  ['https://chats.example.com', 'http://127.0.0.1/', false],
  [sandbox, 'http://127.0.0.1:4010/chat', true],
  [sandbox, 'http://localhost:4010/chat', true],
  [sandbox, 'http://evil.com/', false],
  [sandbox, 'https://evil.com/', false],
])('with the vendor at %s, a link to %s → %s', (baseUrl, link, isVendors) => {
  expect(createLinkRule({ domain: 'wazzup24.com', baseUrl })(new URL(link))).toBe(isVendors)
})

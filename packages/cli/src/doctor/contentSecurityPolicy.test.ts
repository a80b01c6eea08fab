import { expect, it } from 'vitest'
import { matchesSource, parsePolicies, sourcesOf } from './contentSecurityPolicy.ts'

const page = new URL('https://crm.example.com/deals')

it.each([
  ['*', 'https://1.wazzup24.com', true],
  ['https:', 'https://1.wazzup24.com', true],
  ['http:', 'https://1.wazzup24.com', true],
  ['https:', 'http://1.wazzup24.com', false],
  ["'self'", 'https://crm.example.com', true],
  ["'self'", 'https://1.wazzup24.com', false],
  ["'none'", 'https://1.wazzup24.com', false],
  ["'unsafe-inline'", 'https://1.wazzup24.com', false],
  ['*.wazzup24.com', 'https://1.wazzup24.com', true],
  ['*.wazzup24.com', 'https://wazzup24.com', false],
  ['https://*.wazzup24.com', 'https://1.2.wazzup24.com', true],
  ['https://1.wazzup24.com', 'https://2.wazzup24.com', false],
  ['1.wazzup24.com', 'http://1.wazzup24.com', false],
  ['https://1.wazzup24.com:443', 'https://1.wazzup24.com', true],
  ['https://1.wazzup24.com:8443', 'https://1.wazzup24.com', false],
  ['http://127.0.0.1:*', 'http://127.0.0.1:4010', true],
  ['http://127.0.0.1', 'http://127.0.0.1:4010', false],
  ['HTTPS://1.Wazzup24.com/chats/', 'https://1.wazzup24.com', true],
])('%s allows %s: %s', (source, url, isAllowed) => {
  expect(matchesSource({ source, url: new URL(url), page })).toBe(isAllowed)
})

it('reads all policies of a page, and falls back as browsers do', () => {
  const policies = parsePolicies({
    header: "default-src 'self'; child-src a.com; frame-src, default-src b.com",
    html: `<meta content='connect-src c.com; default-src &#39;none&#39;' http-equiv=content-security-policy>`,
  })
  expect(policies.map((policy) => sourcesOf({ policy, kind: 'frame-src' }))).toEqual([[], ['b.com'], ["'none'"]])
  expect(policies.map((policy) => sourcesOf({ policy, kind: 'connect-src' }))).toEqual([
    ["'self'"],
    ['b.com'],
    ['c.com'],
  ])
  expect(sourcesOf({ policy: new Map([['script-src', []]]), kind: 'frame-src' })).toBeUndefined()
})

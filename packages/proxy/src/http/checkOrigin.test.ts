import { describe, expect, it } from 'vitest'
import { isOwnPage, isOwnSocket, type OriginParameters } from './checkOrigin.ts'

const allowedOrigins = ['https://app.example.org']

function check({ method = 'POST', host = 'crm.example.com', ...headers }: Record<string, string>): {
  page: boolean
  socket: boolean
} {
  const parameters = { request: toRequest({ method, host, ...headers }), allowedOrigins }
  return { page: isOwnPage(parameters), socket: isOwnSocket(parameters) }
}

function toRequest({ method = 'POST', urlHost = '', ...headers }: Record<string, string>): OriginParameters['request'] {
  return { method, urlHost, header: (name) => headers[name] }
}

describe('an Origin alone', () => {
  it.each([
    ['https://crm.example.com', true],
    ['http://crm.example.com', true], // TLS may end in front of us.
    ['https://app.example.org', true],
    ['https://crm.example.com:8443', false],
    ['https://crm.example.com.evil.com', false],
    ['https://evil-crm.example.com', false],
    ['https://sub.crm.example.com', false],
    ['https://example.com', false],
    ['https://app.example.org:444', false],
    ['http://app.example.org', false],
    ['https://app.example.org.evil.com', false],
    ['https://xapp.example.org', false],
    ['null', false],
    ['', false],
    ['file://', false],
    ['https://', false],
    ['https://CRM.example.com', false], // No browser writes capitals.
    ['https://crm.example.com/', false],
    ['https://user@crm.example.com', false],
    ['https://crm.example.com https://evil.com', false],
    ['https://crm.example.com, https://evil.com', false],
    ['chrome-extension://crm.example.com', false],
  ])('%s → %s', (origin, isOwn) => {
    expect(check({ origin })).toEqual({ page: isOwn, socket: isOwn })
  })
})

describe('a Host', () => {
  it.each([
    ['crm.example.com:443', 'https://crm.example.com', true],
    ['crm.example.com:80', 'http://crm.example.com', true],
    ['crm.example.com:80', 'https://crm.example.com', false],
    ['CRM.Example.com', 'https://crm.example.com', true],
    ['127.0.0.1:3000', 'http://127.0.0.1:3000', true],
    ['127.0.0.1:3000', 'http://localhost:3000', false],
    ['[::1]:3000', 'http://[::1]:3000', true],
    ['crm.example.com@evil.com', 'http://evil.com', false],
    ['evil.com/x', 'http://evil.com', false],
    ['crm.example.com, evil.com', 'http://evil.com', false],
    ['crm.example.com:99999', 'http://crm.example.com', false],
  ])('%s with the page %s → %s', (host, origin, isOwn) => {
    expect(check({ host, origin }).page).toBe(isOwn)
  })

  it('is taken from the URL where the runtime keeps no Host header', () => {
    const request = toRequest({ origin: 'https://crm.example.com', urlHost: 'crm.example.com' })
    expect(isOwnPage({ request, allowedOrigins: [] })).toBe(true)
  })

  it('makes no other pair right after one that was', () => {
    const [origin, host] = ['https://crm.example.com', 'crm.example.com']
    const pages = [
      { origin, host },
      { origin, host },
      { origin, host: 'evil.com' },
      { origin: 'https://evil.com', host },
      { origin, host },
    ].map((headers) => check(headers).page)
    expect(pages).toEqual([true, true, false, false, true])
  })

  it('is not taken from a forwarding header', () => {
    expect(check({ origin: 'https://evil.com', 'x-forwarded-host': 'evil.com', forwarded: 'host=evil.com' }).page).toBe(
      false,
    )
  })
})

describe('Sec-Fetch-Site', () => {
  const own = 'https://crm.example.com'
  it.each([
    ['GET', 'same-origin', undefined, { page: true, socket: true }],
    ['POST', 'same-origin', own, { page: true, socket: true }],
    ['GET', 'none', undefined, { page: true, socket: false }],
    ['POST', 'none', undefined, { page: false, socket: false }],
    ['GET', 'same-site', undefined, { page: false, socket: false }],
    ['GET', 'cross-site', undefined, { page: false, socket: false }],
    ['POST', 'cross-site', own, { page: false, socket: false }],
    ['POST', 'same-site', own, { page: false, socket: false }],
    ['POST', 'same-origin', 'https://evil.com', { page: false, socket: false }],
    ['POST', 'cross-site', 'https://app.example.org', { page: true, socket: true }],
    ['GET', 'same-origin, cross-site', undefined, { page: false, socket: false }],
    ['GET', 'SAME-ORIGIN', undefined, { page: false, socket: false }],
    ['GET', '', undefined, { page: false, socket: false }],
    ['GET', undefined, undefined, { page: true, socket: true }],
  ])('%s %s from %s', (method, site, origin, expected) => {
    expect(
      check({ method, ...(site === undefined ? {} : { 'sec-fetch-site': site }), ...(origin ? { origin } : {}) }),
    ).toEqual(expected)
  })
})

describe('a socket without Origin', () => {
  it.each([
    ['no credentials', {}, true],
    ['a bearer token', { authorization: 'Bearer abc' }, true],
    ['a cookie', { cookie: 'session=ann' }, false],
    ['a cookie beside a bearer token', { cookie: 'session=ann', authorization: 'Bearer abc' }, false],
    ['an empty cookie', { cookie: '' }, false],
    ['a password', { authorization: 'Basic YW5uOjE=' }, false],
    ['a Digest response', { authorization: 'Digest username="ann"' }, false],
    ['a Kerberos ticket', { authorization: 'NEGOTIATE abc' }, false],
  ])('and with %s', (_, headers, isOwn) => {
    expect(check({ method: 'GET', ...headers }).socket).toBe(isOwn)
  })
})

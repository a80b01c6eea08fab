import { describe, expect, it } from 'vitest'
import { createScriptedBackend } from '../test/createScriptedBackend.ts'
import { wazzupV2 } from './backends/wazzup-v2/backend.ts'
import { createChatProxy } from './createChatProxy.ts'
import { InvalidOptionsError } from './errors.ts'
import type { ChatProxyOptions } from './parseOptions.ts'

const options = { backend: createScriptedBackend(), identify: () => null }

describe('a proxy is not made', () => {
  it.each([
    ['without identify', { identify: undefined }, /identify: must be a function/],
    ['without a backend', { backend: undefined }, /backend: must be of type object/],
    [
      'with a backend that cannot redact',
      { backend: { ...options.backend, redact: undefined } },
      /redact: must be a function/,
    ],
    [
      'with windows whose links nobody checks',
      { backend: { ...options.backend, windows: { scopes: ['global'], create: () => {} } } },
      /backend\.windows\.isOwnUrl: must be a function/,
    ],
    ['with authorizeChats that is not a function', { authorizeChats: true }, /authorizeChats: must be a function/],
    ['with a base path that ends in a slash', { basePath: '/chat/' }, /basePath/],
    ['with a base path that begins without one', { basePath: 'chat' }, /basePath/],
    ['with a pattern for a base path', { basePath: '/chat/*' }, /basePath/],
    [
      'with an origin that ends in a slash',
      { allowedOrigins: ['https://a.example/'] },
      /allowedOrigins\.0: .*exact origin/,
    ],
    ['with a pattern for an origin', { allowedOrigins: ['https://*.example.com'] }, /allowedOrigins\.0/],
    ['with * for an origin', { allowedOrigins: ['*'] }, /allowedOrigins\.0/],
    ['with null for an origin', { allowedOrigins: ['null'] }, /allowedOrigins\.0/],
    ['with a limit of nothing', { limits: { lingerMs: 0 } }, /limits\.lingerMs/],
    ['with an unknown limit', { limits: { lingersMs: 1 } }, /unknown field "lingersMs" in limits/],
  ])('%s', (_, wrong, expected) => {
    const given = { ...options, ...wrong } as ChatProxyOptions // As JavaScript would give them.
    expect(() => createChatProxy(given)).toThrow(InvalidOptionsError)
    expect(() => createChatProxy(given)).toThrow(expected)
  })
})

describe('a Wazzup backend is not made', () => {
  it.each([
    ['without a key', { apiKey: undefined }, /apiKey: must be of type string/],
    ['with an empty key', { apiKey: '' }, /apiKey/],
    ['with a key of two lines', { apiKey: 'secret\r\nx: y' }, /apiKey/],
    ['with an invalid address', { apiKey: 'secret', baseUrl: 'api.wazzup24.com' }, /baseUrl/],
    ['with an address of another kind', { apiKey: 'secret', counterUrl: 'ftp://wazzup24.com' }, /counterUrl/],
  ])('%s, and the error does not hold the key', (_, wrong, expected) => {
    const make = (): unknown => wazzupV2(wrong as Parameters<typeof wazzupV2>[0]) // As JavaScript would give them.
    expect(make).toThrow(InvalidOptionsError)
    expect(make).toThrow(expected)
    expect(make).not.toThrow(/secret/)
  })
})

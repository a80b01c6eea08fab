import { errorBodySchema } from '@crm-chat/protocol'
import { describe, expect, it } from 'vitest'
import { createLog } from '../test/createLog.ts'
import { createScriptedBackend } from '../test/createScriptedBackend.ts'
import { get } from '../test/requests.ts'
import { wazzupV2 } from './backends/wazzup-v2/backend.ts'
import { createChatProxy } from './createChatProxy.ts'
import { InvalidOptionsError } from './errors.ts'
import type { ChatProxyOptions } from './parseOptions.ts'

const options = { backend: createScriptedBackend(), identify: () => null }

describe('a proxy with invalid options fails each request, and check() names them', () => {
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
    ['with a store that has no methods', { conversations: {} }, /conversations: must be a store, or a function/],
    ['with a word for tracing', { tracing: 'yes' }, /tracing: must be true, or a tracer of OpenTelemetry/],
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
    ['that uploads users where the vendor keeps none', { ensureUser: true }, /ensureUser: scripted keeps no users/],
  ])('%s', async (_, wrong, expected) => {
    const log = createLog()
    const given = { ...options, ...wrong, logger: log } as ChatProxyOptions // As JavaScript would give them.
    const proxy = createChatProxy(given)
    await expect(proxy.check()).rejects.toThrow(InvalidOptionsError)
    await expect(proxy.check()).rejects.toThrow(expected)
    const response = await proxy.fetch(get('/chat/session'))
    expect(response.status).toBe(500)
    expect(errorBodySchema.parse(await response.json()).error.code).toBe('internal')
    expect(log.lines).toMatchObject([{ level: 'error', fields: { reason: expected } }])
    proxy.revoke('1')
    await proxy.close()
  })
})

it.each([
  ['without a level', { info: () => {}, warn: () => {} }, /logger\.error: must be a function/],
  ['that is a function', () => {}, /logger: must be of type object/],
])('a logger %s is a problem', async (_, logger, expected) => {
  const given = { ...options, logger } as unknown as ChatProxyOptions // As JavaScript would give it.
  await expect(createChatProxy(given).check()).rejects.toThrow(expected)
  expect((await createChatProxy(given).fetch(get('/chat/session'))).status).toBe(500)
})

describe('a Wazzup backend is a problem', () => {
  it.each([
    ['without a key', { apiKey: undefined }, /apiKey: must be a key/],
    ['with an empty key', { apiKey: '' }, /apiKey/],
    ['with a key of two lines', { apiKey: 'secret\r\nx: y' }, /apiKey/],
    ['with an invalid address', { apiKey: 'secret', baseUrl: 'api.wazzup24.com' }, /baseUrl/],
    ['with an address of another kind', { apiKey: 'secret', counterUrl: 'ftp://wazzup24.com' }, /counterUrl/],
  ])('%s, and the error does not hold the key', async (_, wrong, expected) => {
    const backend = wazzupV2(wrong as Parameters<typeof wazzupV2>[0]) // As JavaScript would give them.
    const log = createLog()
    const proxy = createChatProxy({ backend, identify: () => null, logger: log })
    await expect(proxy.check()).rejects.toThrow(InvalidOptionsError)
    await expect(proxy.check()).rejects.toThrow(expected)
    await expect(proxy.check()).rejects.not.toThrow(/secret/)
    expect((await proxy.fetch(get('/chat/session'))).status).toBe(500)
    expect(JSON.stringify(log.lines)).toMatch(expected)
    expect(JSON.stringify(log.lines)).not.toContain('secret')
  })

  it('beside others: check() names all of them at once', async () => {
    const backend = wazzupV2({ apiKey: undefined, baseUrl: 'x' })
    const given = { backend, authorizeChats: true, allowedOrigins: ['*'] } as unknown as ChatProxyOptions // As JavaScript would give them.
    await expect(createChatProxy(given).check()).rejects.toThrow(
      /identify: .*authorizeChats: .*allowedOrigins\.0: .*apiKey: .*baseUrl/,
    )
  })
})

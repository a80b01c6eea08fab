import { expect, it } from 'vitest'
import { parseEnv } from './env.ts'
import { EnvError } from './errors.ts'

const apiKey = '32a817cbc1594bd5885574d8f0290cd3'

it('requires only the key', () => {
  expect(parseEnv({ WAZZUP_API_KEY: apiKey })).toEqual({
    port: 3000,
    vendor: 'wazzup-v2',
    accounts: {
      'wazzup-v2': { apiKey, baseUrl: 'https://api.wazzup24.com' },
      'wazzup-v3': { apiKey, baseUrl: 'https://api.wazzup24.com' },
      'wazzup-tech': { apiKey, baseUrl: 'https://tech.wazzup24.com' },
    },
    data: '.data/crm.sqlite',
    hosts: [],
    drainMs: 8000,
    logLevel: 'info',
    jsonReady: false,
  })
})

it('reads the account of each vendor', () => {
  const read = (more: NodeJS.ProcessEnv) => parseEnv({ WAZZUP_API_KEY: apiKey, ...more })
  expect(read({ WAZZUP_API: 'wazzup-tech' }).vendor).toBe('wazzup-tech')
  const sandbox = { WAZZUP_URL: 'http://127.0.0.1:4010' }
  expect(Object.keys(read(sandbox).accounts)).toEqual(['wazzup-v2', 'wazzup-v3']) // Its key must not reach the real one.
  const both = read({ ...sandbox, WAZZUP_TECH_URL: 'http://127.0.0.1:4010/tech', WHATOMATE_API_KEY: 'whm_12345' })
  expect(both.accounts).toEqual({
    'wazzup-v2': { apiKey, baseUrl: 'http://127.0.0.1:4010' },
    'wazzup-v3': { apiKey, baseUrl: 'http://127.0.0.1:4010' },
    'wazzup-tech': { apiKey, baseUrl: 'http://127.0.0.1:4010/tech' },
    whatomate: { apiKey: 'whm_12345', baseUrl: 'http://127.0.0.1:8080' },
  })
  const alone = parseEnv({ WAZZUP_API: 'whatomate', WHATOMATE_API_KEY: 'whm_12345' })
  expect(Object.keys(alone.accounts)).toEqual(['whatomate'])
  expect(() => read({ WAZZUP_API: 'telegram' })).toThrow('must be wazzup-v2, wazzup-v3, wazzup-tech, whatomate')
})

it('treats an empty variable as unset', () => {
  expect(parseEnv({ WAZZUP_API_KEY: apiKey, PORT: '', CRM_DATA: '' })).toMatchObject({
    port: 3000,
    data: '.data/crm.sqlite',
  })
})

it('reads the names of hosts', () => {
  const { hosts } = parseEnv({ WAZZUP_API_KEY: apiKey, CRM_HOSTS: 'CRM.example.com , crm.internal,[fd00::1]' })
  expect(hosts).toEqual(['crm.example.com', 'crm.internal', '[fd00::1]'])
})

it('reads the way of webhooks', () => {
  const variables = { WAZZUP_API_KEY: apiKey, CRM_WEBHOOK_SECRET: 'a-secret-of-the-tests-1' }
  expect(parseEnv(variables).webhooks).toEqual({ secret: 'a-secret-of-the-tests-1' })
  expect(parseEnv({ ...variables, CRM_PUBLIC_URL: 'https://crm.example.com' }).webhooks).toEqual({
    secret: 'a-secret-of-the-tests-1',
    publicUrl: 'https://crm.example.com',
  })
})

it('reads how many contacts and deals an empty database is filled with', () => {
  const read = (more: NodeJS.ProcessEnv) => parseEnv({ WAZZUP_API_KEY: apiKey, ...more }).seed
  expect(read({ CRM_CONTACTS: '20000', CRM_DEALS: '5000' })).toEqual({ contacts: 20_000, deals: 5_000 })
  expect(read({ CRM_CONTACTS: '300' })).toEqual({ contacts: 300 })
  expect(read({})).toBeUndefined()
})

it('reads a clock that stands still', () => {
  const { now } = parseEnv({ WAZZUP_API_KEY: apiKey, CRM_CLOCK: '2026-03-17T10:30:00Z' })
  expect(now?.()).toBe(Date.UTC(2026, 2, 17, 10, 30))
  expect(parseEnv({ WAZZUP_API_KEY: apiKey })).not.toHaveProperty('now')
})

it('reads the Redis of several processes', () => {
  const redis = { url: 'rediss://crm:pass@redis.internal:6379', secret: 'a secret of 32 characters or more' }
  const variables = { WAZZUP_API_KEY: apiKey, REDIS_URL: redis.url, CRM_REDIS_SECRET: redis.secret }
  expect(parseEnv(variables).redis).toEqual(redis)
  expect(parseEnv({ ...variables, REDIS_URL: '' })).not.toHaveProperty('redis')
})

it.each([
  [{}, 'WAZZUP_API_KEY is missing'],
  [{ WAZZUP_API: 'whatomate', WAZZUP_API_KEY: apiKey }, 'WAZZUP_API whatomate needs WHATOMATE_API_KEY'],
  [
    { WAZZUP_API: 'wazzup-tech', WAZZUP_API_KEY: apiKey, WAZZUP_URL: 'http://127.0.0.1:4010' },
    'with WAZZUP_URL also WAZZUP_TECH_URL',
  ],
  [{ WAZZUP_API_KEY: 'a key with spaces' }, 'WAZZUP_API_KEY must be'],
  [{ WAZZUP_API_KEY: apiKey, PORT: 'http' }, 'PORT must be a number from 0 to 65535'],
  [{ WAZZUP_API_KEY: apiKey, PORT: '70000' }, 'PORT must be a number from 0 to 65535'],
  [{ WAZZUP_API_KEY: apiKey, WAZZUP_URL: 'api.wazzup24.com' }, 'WAZZUP_URL must be an http or https address'],
  [{ WAZZUP_API_KEY: apiKey, CRM_HOSTS: 'https://crm.example.com' }, 'CRM_HOSTS must be names of hosts'],
  [{ WAZZUP_API_KEY: apiKey, CRM_HOSTS: 'crm.example.com:3000' }, 'CRM_HOSTS must be names of hosts'],
  [{ WAZZUP_API_KEY: apiKey, CRM_HOSTS: 'a,,b' }, 'CRM_HOSTS must be names of hosts'],
  [{ WAZZUP_API_KEY: apiKey, CRM_WEBHOOK_SECRET: 'short' }, 'CRM_WEBHOOK_SECRET must be 20 to 128'],
  [{ WAZZUP_API_KEY: apiKey, CRM_PUBLIC_URL: 'https://crm.example.com' }, 'CRM_PUBLIC_URL needs CRM_WEBHOOK_SECRET'],
  [{ WAZZUP_API_KEY: apiKey, REDIS_URL: 'redis://127.0.0.1' }, 'REDIS_URL needs CRM_REDIS_SECRET'],
  [{ WAZZUP_API_KEY: apiKey, REDIS_URL: '127.0.0.1:6379' }, 'REDIS_URL must be a redis:// or rediss:// address'],
  [{ WAZZUP_API_KEY: apiKey, CRM_REDIS_SECRET: 'short' }, 'CRM_REDIS_SECRET must be at least 32 characters'],
  [{ WAZZUP_API_KEY: apiKey, CRM_DRAIN_MS: '10s' }, 'CRM_DRAIN_MS must be a number'],
  [{ WAZZUP_API_KEY: apiKey, CRM_CONTACTS: 'many' }, 'CRM_CONTACTS must be a number from 0 to 99999'],
  [{ WAZZUP_API_KEY: apiKey, CRM_CLOCK: 'noon' }, 'CRM_CLOCK must be a time'],
  [{ WAZZUP_API_KEY: apiKey, LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be a level of pino'],
])('explains the problem with %o', (variables, message) => {
  expect(() => parseEnv(variables)).toThrow(EnvError)
  expect(() => parseEnv(variables)).toThrow(message)
})

it('never repeats the key in its message', () => {
  const wrong = 'a secret with spaces'
  expect(() => parseEnv({ WAZZUP_API_KEY: wrong, PORT: 'x' })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('secret') }),
  )
})

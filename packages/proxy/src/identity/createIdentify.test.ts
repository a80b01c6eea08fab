import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../../test/createFakeClock.ts'
import { createLog } from '../../test/createLog.ts'
import { get } from '../../test/requests.ts'
import type { IdentifyHook } from '../hooks.ts'
import { fromWebRequest } from '../http/fromWebRequest.ts'
import { createProxyLogger } from '../logger.ts'
import { createIdentify } from './createIdentify.ts'

const request = fromWebRequest(get('/chat/session'))

function setUp(hook: (request: Request) => unknown): {
  identify: ReturnType<typeof createIdentify>
  clock: ReturnType<typeof createFakeClock>
  log: ReturnType<typeof createLog>
} {
  const clock = createFakeClock()
  const log = createLog()
  const logger = createProxyLogger({ logger: log, redact: (text) => text.replaceAll('CANARY', '[redacted]') })
  const identify = createIdentify({ identify: hook as IdentifyHook, clock, timeoutMs: 2_000, logger }) // Hooks in JavaScript return anything.
  return { identify, clock, log }
}

const unauthenticated = { code: 'unauthenticated' }

describe('a user of the CRM', () => {
  it('is known by id, name and roles, and by nothing else of what the CRM has', async () => {
    const row = { id: '7', name: 'Ann', roles: ['seller'], passwordHash: 'secret', apiKey: 'secret' }
    expect(await setUp(() => row).identify(request)).toEqual({ id: '7', name: 'Ann', roles: ['seller'] })
  })

  it('may be looked up while the request waits', async () => {
    expect(await setUp(async () => ({ id: '7', name: 'Ann' })).identify(request)).toEqual({ id: '7', name: 'Ann' })
  })
})

describe('nobody', () => {
  it.each([
    ['null', null],
    ['undefined', undefined],
    ['false', false],
    ['true', true],
    ['a text', '7'],
    ['a list', [{ id: '7', name: 'Ann' }]],
    ['no id', { name: 'Ann' }],
    ['an empty id', { id: '', name: 'Ann' }],
    ['a number for an id', { id: 7, name: 'Ann' }],
    ['an object for an id', { id: { toString: () => '7' }, name: 'Ann' }],
    ['an id of 65 characters', { id: 'x'.repeat(65), name: 'Ann' }],
    ['no name', { id: '7' }],
    ['an empty name', { id: '7', name: '' }],
    ['a name of 151 characters', { id: '7', name: 'x'.repeat(151) }],
    ['roles that are no list', { id: '7', name: 'Ann', roles: 'admin' }],
    ['a function', () => ({ id: '7', name: 'Ann' })],
  ])('is the user when the hook returns %s', async (_, result) => {
    await expect(setUp(() => result).identify(request)).rejects.toMatchObject(unauthenticated)
  })

  it('is the user while the hook throws, and the log has the reason without the key', async () => {
    const { identify, log } = setUp(() => {
      throw new TypeError('no session store at redis://CANARY@host')
    })
    await expect(identify(request)).rejects.toMatchObject(unauthenticated)
    expect(log.lines).toMatchObject([
      { level: 'error', fields: { reason: 'TypeError: no session store at redis://[redacted]@host' } },
    ])
  })

  it('is the user when the hook rejects with anything but an error', async () => {
    await expect(setUp(() => Promise.reject('no')).identify(request)).rejects.toMatchObject(unauthenticated)
  })

  it('is the user when the hook takes longer than two seconds', async () => {
    const { identify, clock, log } = setUp(() => new Promise(() => {}))
    const identified = identify(request)
    clock.advance(2_000)
    await expect(identified).rejects.toMatchObject(unauthenticated)
    expect(log.lines).toHaveLength(1)
  })

  it('leaves no timer behind', async () => {
    const { identify, clock } = setUp(() => null)
    await expect(identify(request)).rejects.toMatchObject(unauthenticated)
    expect(clock.pending()).toBe(0)
  })

  it('is logged only where the hook is at fault, and then without values', async () => {
    const { identify, log } = setUp(() => ({ id: 7, name: 'Ann' }))
    await expect(identify(request)).rejects.toMatchObject(unauthenticated)
    expect(log.lines).toMatchObject([{ level: 'error', fields: { reason: 'id: must be of type string' } }])
    const silent = setUp(() => null)
    await expect(silent.identify(request)).rejects.toMatchObject(unauthenticated)
    expect(silent.log.lines).toEqual([])
  })
})

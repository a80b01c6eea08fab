import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../../test/createFakeClock.ts'
import { createLog } from '../../test/createLog.ts'
import { get } from '../../test/requests.ts'
import type { IdentifyHook } from '../hooks.ts'
import { fromWebRequest } from '../http/fromWebRequest.ts'
import { createProxyLogger } from '../logger.ts'
import { createIdentify } from './createIdentify.ts'
import { createRevocations, type Revocations } from './createRevocations.ts'

const request = fromWebRequest(get('/chat/session'))

function setUp(hook: (request: Request) => unknown): {
  identify: ReturnType<typeof createIdentify>
  clock: ReturnType<typeof createFakeClock>
  log: ReturnType<typeof createLog>
  revocations: Revocations
} {
  const clock = createFakeClock()
  const log = createLog()
  const revocations = createRevocations()
  const logger = createProxyLogger({ clock, logger: log, redact: (text) => text.replaceAll('CANARY', '[redacted]') })
  const identify = createIdentify({ identify: hook as IdentifyHook, clock, timeoutMs: 2_000, logger, revocations }) // Hooks in JavaScript return anything.
  return { identify, clock, log, revocations }
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

it('a user whose id is a number is known by its digits', async () => {
  expect(await setUp(() => ({ id: 7, name: 'Ann' })).identify(request)).toEqual({ id: '7', name: 'Ann' })
})

describe('while the CRM cannot tell, nobody is signed out and the request may be repeated', () => {
  const unavailable = { code: 'identity_unavailable', retryAfterMs: 2_000 }

  it('when the hook throws, and the log has the reason without the key', async () => {
    const { identify, log } = setUp(() => {
      throw new TypeError('no session store at redis://CANARY@host')
    })
    await expect(identify(request)).rejects.toMatchObject(unavailable)
    expect(log.lines).toMatchObject([
      { level: 'error', fields: { reason: 'TypeError: no session store at redis://[redacted]@host' } },
    ])
  })

  it('when the hook rejects with anything but an error', async () => {
    await expect(setUp(() => Promise.reject('no')).identify(request)).rejects.toMatchObject(unavailable)
  })

  it('when the hook takes longer than two seconds', async () => {
    const { identify, clock, log } = setUp(() => new Promise(() => {}))
    const identified = identify(request)
    clock.advance(2_000)
    await expect(identified).rejects.toMatchObject(unavailable)
    expect(log.lines).toHaveLength(1)
  })

  it('and the log has one line a minute, with the number of failures', async () => {
    const { identify, clock, log } = setUp(() => Promise.reject(new Error('away')))
    for (let time = 0; time < 5; time += 1) await expect(identify(request)).rejects.toMatchObject(unavailable)
    clock.advance(60_000)
    await expect(identify(request)).rejects.toMatchObject(unavailable)
    expect(log.lines).toMatchObject([{ fields: {} }, { fields: { count: 5 } }])
  })
})

describe('a logout', () => {
  it('wins over a hook that is still looking, and holds for no later request', async () => {
    let find = (_: unknown): void => {}
    const { identify, revocations } = setUp(
      () =>
        new Promise((resolve) => {
          find = resolve
        }),
    )
    const identified = identify(request)
    revocations.revoke('7')
    await Promise.resolve()
    find({ id: 7, name: 'Ann' })
    await expect(identified).rejects.toMatchObject(unauthenticated)
    const later = identify(request)
    await Promise.resolve()
    find({ id: 7, name: 'Ann' })
    expect(await later).toMatchObject({ id: '7' })
  })

  it('of somebody else changes nothing', async () => {
    const { identify, revocations } = setUp(async () => ({ id: 7, name: 'Ann' }))
    const identified = identify(request)
    revocations.revoke('8')
    expect(await identified).toMatchObject({ id: '7' })
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
    ['a fraction for an id', { id: 7.5, name: 'Ann' }],
    ['a number for an id that is not exact', { id: 2 ** 53, name: 'Ann' }],
    ['NaN for an id', { id: Number.NaN, name: 'Ann' }],
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

  it('leaves no timer behind', async () => {
    const { identify, clock } = setUp(() => null)
    await expect(identify(request)).rejects.toMatchObject(unauthenticated)
    expect(clock.pending()).toBe(0)
  })

  it('is logged only where the hook is at fault, and then without values', async () => {
    const { identify, log } = setUp(() => ({ id: ['7'], name: 'Ann' }))
    for (let time = 0; time < 3; time += 1) await expect(identify(request)).rejects.toMatchObject(unauthenticated)
    expect(log.lines).toMatchObject([
      { level: 'error', fields: { reason: 'id: must be of type string' }, message: /counts as signed out/ },
    ])
    const silent = setUp(() => null)
    await expect(silent.identify(request)).rejects.toMatchObject(unauthenticated)
    expect(silent.log.lines).toEqual([])
  })
})

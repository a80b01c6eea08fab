import { beforeEach, describe, expect, it } from 'vitest'
import { createFakeClock, type FakeClock } from '../../test/createFakeClock.ts'
import { createLog } from '../../test/createLog.ts'
import { createScriptedBackend, type ScriptedBackend } from '../../test/createScriptedBackend.ts'
import { createProxyLogger } from '../logger.ts'
import { createRelay, type Membership, type Relay } from './createRelay.ts'

let backend: ScriptedBackend
let clock: FakeClock
let log: ReturnType<typeof createLog>
let relay: Relay

beforeEach(() => {
  backend = createScriptedBackend()
  clock = createFakeClock()
  log = createLog()
  const logger = createProxyLogger({ logger: log, redact: backend.redact })
  relay = createRelay({ backend, clock, lingerMs: 20_000, logger })
})

function join(userId: string): Membership {
  return relay.join({ userId, onChange: () => {} })
}

describe('one upstream socket a user', () => {
  it('is opened once, however many streams join at once', () => {
    for (let index = 0; index < 50; index += 1) join('ann')
    expect(backend.opened()).toBe(1)
  })

  it('is not shared between users', () => {
    const [ann, bob] = [join('ann'), join('bob')]
    backend.send('ann', 3)
    expect(ann.current()).toMatchObject({ status: 'live', count: 3 })
    expect(bob.current()).toMatchObject({ status: 'unknown', count: null })
  })

  it('stays open for 20 s after the last stream, so that the next page finds it open', () => {
    const first = join('ann')
    backend.send('ann', 3)
    first.leave()
    clock.advance(19_999)
    const second = join('ann')
    expect(second.current()).toMatchObject({ status: 'live', count: 3 })
    clock.advance(60_000)
    expect(backend.open.has('ann')).toBe(true)
    second.leave()
    clock.advance(20_000)
    expect(backend.open.has('ann')).toBe(false)
    expect(backend.opened()).toBe(1)
    expect(clock.pending()).toBe(0)
  })

  it('stays open while anybody is left, even if one leaves twice', () => {
    const [first, second] = [join('ann'), join('ann')]
    first.leave()
    first.leave()
    clock.advance(60_000)
    expect(backend.open.has('ann')).toBe(true)
    second.leave()
    clock.advance(20_000)
    expect(backend.open.has('ann')).toBe(false)
  })

  it('is opened anew after that, and knows nothing at first', () => {
    join('ann').leave()
    backend.send('ann', 3)
    clock.advance(20_000)
    expect(join('ann').current()).toMatchObject({ status: 'unknown', count: null })
    expect(backend.opened()).toBe(2)
  })
})

describe('the value', () => {
  it('is unknown, not 0, until the vendor sends one', () => {
    const membership = join('ann')
    expect(membership.current()).toMatchObject({ status: 'unknown', count: null, tone: null, at: null })
    backend.drop('ann')
    expect(membership.current()).toMatchObject({ status: 'unknown' })
    backend.send('ann', 0)
    expect(membership.current()).toMatchObject({ status: 'live', count: 0, tone: null })
  })

  it('is the last one for whoever joins later', () => {
    join('ann')
    backend.send('ann', 7)
    expect(join('ann').current()).toMatchObject({ status: 'live', count: 7, tone: 'red' })
  })

  it('turns stale when the upstream drops, and live with the next value', () => {
    const membership = join('ann')
    backend.send('ann', 7)
    backend.drop('ann')
    expect(membership.current()).toMatchObject({ status: 'stale', count: 7, tone: 'red' })
    clock.advance(50)
    backend.send('ann', 7)
    expect(membership.current()).toMatchObject({ status: 'live', count: 7 })
  })

  it('keeps the number that came right before the drop', () => {
    const membership = join('ann')
    backend.send('ann', 1)
    backend.send('ann', 2)
    backend.drop('ann')
    expect(membership.current()).toMatchObject({ status: 'stale', count: 2 })
  })

  it('is told to every stream on each change', () => {
    const heard: (number | null)[][] = [[], []]
    for (const list of heard) {
      const membership = relay.join({ userId: 'ann', onChange: () => list.push(membership.current().count) })
    }
    backend.send('ann', 1)
    clock.advance(50)
    backend.send('ann', 2)
    expect(heard).toEqual([
      [1, 2],
      [1, 2],
    ])
  })

  it('rises in seq with each change, over users and reconnects, even within one millisecond', () => {
    const seqs: number[] = []
    const membership = relay.join({ userId: 'ann', onChange: () => seqs.push(membership.current().seq) })
    seqs.push(membership.current().seq)
    backend.send('ann', 1)
    backend.drop('ann')
    clock.advance(50)
    backend.send('ann', 2)
    seqs.push(join('bob').current().seq)
    expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b))
    expect(seqs).toHaveLength(5)
  })
})

describe('an outage', () => {
  it('is logged once, not with each attempt', () => {
    join('ann')
    for (let attempt = 0; attempt < 10; attempt += 1) backend.drop('ann')
    expect(log.lines).toHaveLength(1)
    backend.send('ann', 1)
    backend.drop('ann')
    expect(log.lines).toHaveLength(2)
  })
})

describe('closing', () => {
  it('closes every socket and timer and lets nobody join any more', () => {
    join('ann')
    join('bob').leave()
    relay.close()
    expect(backend.open.size).toBe(0)
    expect(clock.pending()).toBe(0)
    expect(() => join('ann')).toThrow(expect.objectContaining({ code: 'upstream_unavailable' }))
  })
})

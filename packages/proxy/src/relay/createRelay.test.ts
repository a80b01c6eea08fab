import type { Unanswered } from '@crm-chat/protocol'
import { beforeEach, describe, expect, it } from 'vitest'
import { createFakeClock, type FakeClock } from '../../test/createFakeClock.ts'
import { createLog } from '../../test/createLog.ts'
import { createScriptedBackend, type ScriptedBackend } from '../../test/createScriptedBackend.ts'
import { createProxyLogger } from '../logger.ts'
import { createRelay, type Relay, type Subscription } from './createRelay.ts'

let backend: ScriptedBackend
let clock: FakeClock
let log: ReturnType<typeof createLog>
let relay: Relay

beforeEach(() => {
  backend = createScriptedBackend()
  clock = createFakeClock()
  log = createLog()
  const logger = createProxyLogger({ logger: log, redact: backend.redact })
  relay = createRelay({ watch: backend.watchUnanswered, clock, lingerMs: 20_000, logger })
})

function subscribe(userId: string): Subscription {
  return relay.subscribe({ userId, onChange: () => {} })
}

describe('one upstream socket a user', () => {
  it('is opened once, however many streams subscribe at once', () => {
    for (let index = 0; index < 50; index += 1) subscribe('ann')
    expect(backend.opened()).toBe(1)
  })

  it('is not shared between users', () => {
    const [ann, bob] = [subscribe('ann'), subscribe('bob')]
    backend.send('ann', 3)
    expect(ann.current()).toMatchObject({ status: 'live', count: 3 })
    expect(bob.current()).toMatchObject({ status: 'unknown', count: null })
  })

  it('stays open for 20 s after the last stream, so that the next page finds it open', () => {
    const first = subscribe('ann')
    backend.send('ann', 3)
    first.unsubscribe()
    clock.advance(19_999)
    const second = subscribe('ann')
    expect(second.current()).toMatchObject({ status: 'live', count: 3 })
    clock.advance(60_000)
    expect(backend.open.has('ann')).toBe(true)
    second.unsubscribe()
    clock.advance(20_000)
    expect(backend.open.has('ann')).toBe(false)
    expect(backend.opened()).toBe(1)
    expect(clock.pending()).toBe(0)
  })

  it('stays open while a subscription is left, even if another one ends twice', () => {
    const [first, second] = [subscribe('ann'), subscribe('ann')]
    first.unsubscribe()
    first.unsubscribe()
    clock.advance(60_000)
    expect(backend.open.has('ann')).toBe(true)
    second.unsubscribe()
    clock.advance(20_000)
    expect(backend.open.has('ann')).toBe(false)
  })

  it('is opened anew after that, with an unknown value at first', () => {
    subscribe('ann').unsubscribe()
    backend.send('ann', 3)
    clock.advance(20_000)
    expect(subscribe('ann').current()).toMatchObject({ status: 'unknown', count: null })
    expect(backend.opened()).toBe(2)
  })
})

describe('the value', () => {
  it('is unknown, not 0, until the vendor sends one', () => {
    const subscription = subscribe('ann')
    expect(subscription.current()).toMatchObject({ status: 'unknown', count: null, tone: null, at: null })
    backend.drop('ann')
    expect(subscription.current()).toMatchObject({ status: 'unknown' })
    backend.send('ann', 0)
    expect(subscription.current()).toMatchObject({ status: 'live', count: 0, tone: null })
  })

  it('is the last one for later subscriptions', () => {
    subscribe('ann')
    backend.send('ann', 7)
    expect(subscribe('ann').current()).toMatchObject({ status: 'live', count: 7, tone: 'red' })
  })

  it('turns stale when the upstream drops, and live with the next value', () => {
    const subscription = subscribe('ann')
    backend.send('ann', 7)
    backend.drop('ann')
    expect(subscription.current()).toMatchObject({ status: 'stale', count: 7, tone: 'red' })
    clock.advance(50)
    backend.send('ann', 7)
    expect(subscription.current()).toMatchObject({ status: 'live', count: 7 })
  })

  it('keeps the number that came right before the drop', () => {
    const subscription = subscribe('ann')
    backend.send('ann', 1)
    backend.send('ann', 2)
    backend.drop('ann')
    expect(subscription.current()).toMatchObject({ status: 'stale', count: 2 })
  })

  it('reaches every stream on each change', () => {
    const received: (number | null)[][] = [[], []]
    for (const list of received) {
      const subscription = relay.subscribe({ userId: 'ann', onChange: () => list.push(subscription.current().count) })
    }
    backend.send('ann', 1)
    clock.advance(50)
    backend.send('ann', 2)
    expect(received).toEqual([
      [1, 2],
      [1, 2],
    ])
  })

  it('rises in seq with each change within its epoch, over outages too', () => {
    const seen: Unanswered[] = []
    const subscription = relay.subscribe({ userId: 'ann', onChange: () => seen.push(subscription.current()) })
    seen.push(subscription.current())
    backend.send('ann', 1)
    backend.drop('ann')
    clock.advance(50)
    backend.send('ann', 2)
    expect(seen.map(({ seq }) => seq)).toEqual([0, 1, 2, 3])
    expect(new Set(seen.map(({ epoch }) => epoch)).size).toBe(1)
  })

  it('has a higher epoch each time its upstream socket opens anew, within one millisecond and over a restart', () => {
    const epochs: number[] = []
    const resubscribe = (own: Relay): void => {
      const subscription = own.subscribe({ userId: 'ann', onChange: () => {} })
      epochs.push(subscription.current().epoch)
      subscription.unsubscribe()
      clock.advance(1)
    }
    const restart = (random: () => number): Relay => {
      const logger = createProxyLogger({ logger: log, redact: backend.redact })
      return createRelay({ watch: backend.watchUnanswered, clock, lingerMs: 1, logger, random })
    }
    const first = restart(() => 0.999)
    epochs.push(first.subscribe({ userId: 'bob', onChange: () => {} }).current().epoch)
    for (let time = 0; time < 3; time += 1) resubscribe(first)
    const second = restart(() => 0)
    for (let time = 0; time < 3; time += 1) resubscribe(second)
    expect(epochs).toEqual([...new Set(epochs)].sort((a, b) => a - b))
    expect(epochs).toHaveLength(7)
  })

  it('has another epoch in a process that begins at the same time', () => {
    const logger = createProxyLogger({ logger: log, redact: backend.redact })
    const [one, two] = [0.25, 0.75].map((part) => {
      const own = createRelay({ watch: backend.watchUnanswered, clock, lingerMs: 1, logger, random: () => part })
      return own.subscribe({ userId: 'ann', onChange: () => {} }).current().epoch
    })
    expect(one).not.toBe(two)
  })
})

describe('an outage', () => {
  it('is logged once, not with each attempt', () => {
    subscribe('ann')
    for (let attempt = 0; attempt < 10; attempt += 1) backend.drop('ann')
    expect(log.lines).toHaveLength(1)
    backend.send('ann', 1)
    backend.drop('ann')
    expect(log.lines).toHaveLength(2)
  })
})

describe('closing', () => {
  it('closes every socket and timer and refuses new subscriptions', () => {
    subscribe('ann')
    subscribe('bob').unsubscribe()
    relay.close()
    expect(backend.open.size).toBe(0)
    expect(clock.pending()).toBe(0)
    expect(() => subscribe('ann')).toThrow(expect.objectContaining({ code: 'upstream_unavailable' }))
  })
})

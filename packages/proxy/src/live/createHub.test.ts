import { heartbeatMs } from '@crm-chat/protocol'
import { beforeEach, describe, expect, it } from 'vitest'
import type { TestSink } from '../../test/createSink.ts'
import { countsOf, createTestHub, type TestHub } from '../../test/createTestHub.ts'

let test: TestHub

beforeEach(() => {
  test = createTestHub()
})

/** Lets promises that are settled go on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('one counter a user', () => {
  it('is opened once, however many streams there are, and written once for all of them', () => {
    const sinks = Array.from({ length: 5 }, () => test.open('ann'))
    test.backend.send('ann', 3)
    expect(test.backend.opened()).toBe(1)
    for (const sink of sinks) expect(countsOf(sink)).toEqual([null, 3])
  })

  it('is not shared between users', () => {
    const [ann, bob] = [test.open('ann'), test.open('bob')]
    test.backend.send('ann', 3)
    expect(countsOf(ann)).toEqual([null, 3])
    expect(countsOf(bob)).toEqual([null])
  })

  it('stays open for 20 s after the last stream, so that the next page finds its number', () => {
    const first = test.open('ann')
    test.backend.send('ann', 3)
    first.end()
    test.clock.advance(19_999)
    expect(countsOf(test.open('ann'))).toEqual([3])
    test.clock.advance(60_000)
    expect(test.backend.opened()).toBe(1)
  })

  it('is opened anew after that, with an unknown value at first and a higher epoch', () => {
    const epochOf = (): number => test.hub.subscribe({ userId: 'ann', onChange: () => {} }).current().epoch
    const first = test.open('ann')
    test.backend.send('ann', 3)
    const subscription = test.hub.subscribe({ userId: 'ann', onChange: () => {} })
    const before = subscription.current().epoch
    subscription.unsubscribe()
    first.end()
    test.clock.advance(20_000)
    expect(countsOf(test.open('ann'))).toEqual([null])
    expect(epochOf()).toBeGreaterThan(before)
    expect(test.backend.opened()).toBe(2)
  })

  it('that goes on after its end revives no old number', () => {
    const first = test.open('ann')
    test.backend.send('ann', 5)
    const late = test.backend.open.get('ann')
    first.end()
    test.clock.advance(20_000)
    const second = test.open('ann')
    test.backend.send('ann', 1)
    const waiting = test.clock.pending()
    late?.onValue({ count: 9, tone: 'red', at: '2030-01-01T00:00:00.000Z' })
    late?.onValue({ count: 8, tone: 'red', at: '2030-01-01T00:00:00.000Z' }) // Held back by a timer, if it were taken.
    late?.onOutage('dropped')
    expect(test.clock.pending()).toBe(waiting)
    test.clock.advance(1_000)
    expect(countsOf(second)).toEqual([null, 1])
    expect(test.log.lines).toEqual([])
  })

  it('leaves nothing behind, after 30,000 streams of 30,000 users', () => {
    for (let user = 0; user < 30_000; user += 1) {
      test.open(`user ${user}`).end()
      if (user % 100 === 99) test.clock.advance(20_000)
    }
    expect(test.backend.opened()).toBe(30_000)
    expect(test.backend.open.size).toBe(0)
    expect(test.clock.pending()).toBe(0)
    expect(test.hub.health()).toMatchObject({ streams: 0, users: 0 })
  })
})

describe('two processes', () => {
  const epochOf = ({ hub }: TestHub): number => hub.subscribe({ userId: 'ann', onChange: () => {} }).current().epoch

  it('need nothing of each other: each asks the vendor, and outlives the other', () => {
    const [first, second] = [test, createTestHub()]
    const [early, tab] = [first.open('ann'), second.open('ann')]
    first.backend.send('ann', 3)
    second.backend.send('ann', 3)
    first.hub.close() // As if it had been killed: its page reconnects to the other one.
    expect(early.state()).toBe('ended')
    expect(countsOf(second.open('ann'))).toEqual([3])
    second.clock.advance(50)
    second.backend.send('ann', 4)
    expect(countsOf(tab)).toEqual([null, 3, 4])
    expect([first.backend.opened(), second.backend.opened()]).toEqual([1, 1])
  })

  it('that begin at the same time have other epochs, so that no page mixes their values up', () => {
    const hubs = [0.1, 0.2].map((part) => createTestHub({ random: () => part }))
    expect(new Set(hubs.map(epochOf)).size).toBe(2)
  })

  it('have the current value again after one was paused, with its own epoch', () => {
    const sink = test.open('ann')
    test.backend.send('ann', 1)
    const before = epochOf(test)
    test.clock.stall(30_000)
    test.backend.send('ann', 5) // What the vendor has sent meanwhile is read at once.
    test.clock.advance(1_000)
    expect(countsOf(sink).at(-1)).toBe(5)
    expect(epochOf(test)).toBe(before)
  })
})

describe('changes', () => {
  it('reach a stream at most 20 times a second, and the last one always does', () => {
    const sink = test.open('ann')
    for (let ms = 1; ms <= 1_000; ms += 1) {
      for (let more = 0; more < 10; more += 1) test.backend.send('ann', ms * 10 + more)
      test.clock.advance(1)
    }
    test.clock.advance(50)
    const counts = countsOf(sink)
    expect(counts.length).toBeLessThanOrEqual(22)
    expect(counts.length).toBeGreaterThan(15)
    expect(counts.at(-1)).toBe(10_009)
  })

  it('are sent in order and once, when one arrives while another one is being sent', () => {
    const [first, second] = [test.open('ann'), test.open('ann')]
    let hasSent = false
    const { write } = first
    first.write = (chunk) => {
      if (!hasSent) {
        hasSent = true
        test.backend.drop('ann')
      }
      return write(chunk)
    }
    test.backend.send('ann', 1)
    const orders = [...second.text().matchAll(/^id: \d+-(\d+)$/gm)].map(([, seq]) => Number(seq))
    expect(orders).toEqual([...new Set(orders)].sort((a, b) => a - b))
    expect(second.text().match(/"status":"stale"/g)).toHaveLength(1)
  })

  it('turn stale with an outage, and keep the number that came right before it', () => {
    const sink = test.open('ann')
    test.backend.send('ann', 1)
    test.backend.send('ann', 2)
    test.backend.drop('ann')
    expect(countsOf(sink)).toEqual([null, 1, 2, 2])
    expect(sink.text()).toMatch(/"status":"stale","count":2[^\n]*\n\n$/)
  })

  it('keep unknown unknown: an outage is no value', () => {
    const sink = test.open('ann')
    test.backend.drop('ann')
    expect(countsOf(sink)).toEqual([null])
  })
})

describe('a slow reader', () => {
  it('gets the newest value once it reads again, and nothing of what it missed', () => {
    const sink = test.open('ann')
    sink.stall()
    for (let count = 1; count <= 200; count += 1) {
      test.backend.send('ann', count)
      test.clock.advance(50)
    }
    expect(countsOf(sink)).toEqual([null, 1])
    sink.read()
    expect(countsOf(sink)).toEqual([null, 1, 200])
  })

  it('that nobody reports to read again is found reading within a moment', () => {
    const sink = test.open('ann')
    let waiting = 1
    sink.bufferedBytes = () => waiting
    test.backend.send('ann', 1)
    waiting = 0
    test.clock.advance(200)
    expect(countsOf(sink)).toEqual([null, 1])
  })

  it('is disconnected after 30 s, and its counter closes', () => {
    const sink = test.open('ann')
    sink.stall()
    test.backend.send('ann', 1)
    test.clock.advance(50)
    test.backend.send('ann', 2)
    test.clock.advance(29_000)
    expect(sink.state()).toBe('open')
    test.clock.advance(2_000)
    expect(sink.state()).toBe('destroyed')
    test.clock.advance(20_000)
    expect(test.clock.pending()).toBe(0)
  })

  it('is found by the heartbeat, where nothing changes', () => {
    const sink = test.open('ann')
    sink.stall()
    test.clock.advance(2 * heartbeatMs) // The first one waits, the second one finds it.
    test.clock.advance(31_000)
    expect(sink.state()).toBe('destroyed')
  })
})

describe('an idle stream', () => {
  it('gets a heartbeat every 15 s', () => {
    const sink = test.open('ann')
    test.clock.advance(10 * heartbeatMs)
    expect(sink.text().match(/^: heartbeat$/gm)).toHaveLength(10)
  })

  it('shares one timer with all others', () => {
    const before = test.clock.pending()
    for (let tab = 0; tab < 20; tab += 1) test.open('ann')
    test.backend.send('ann', 1)
    test.clock.advance(1_000)
    expect(test.clock.pending() - before).toBe(1)
  })

  it('gets heartbeats that are spread evenly', () => {
    const sinks = Array.from({ length: 1_500 }, (_, index) => test.open(`user ${Math.floor(index / 10)}`))
    test.clock.advance(60_000)
    const total = (): number => sinks.reduce((sum, sink) => sum + sink.text().length, 0)
    const most = Math.max(...Array.from({ length: 150 }, () => grown(total, 100)))
    expect(most / ': heartbeat\n\n'.length).toBeLessThan(60) // 10 of 1,500 in each of 150 steps, or 20 in half of them.
  })

  it.each([0, 0.5, 0.999_999])('is reopened after 12 to 15 minutes, without turning stale (%s)', (part) => {
    const own = createTestHub({ random: () => part })
    const sink = own.open('ann')
    own.backend.send('ann', 1)
    own.clock.advance(12 * 60_000 - 100)
    expect(sink.state()).toBe('open')
    for (let left = 3 * 60 + 1; sink.state() === 'open' && left > 0; left -= 1) own.clock.advance(1_000)
    expect(sink.state()).toBe('ended')
    expect(sink.text()).toMatch(/event: drain\ndata: \{"reconnectInMs":\d{1,4}\}\n\n$/)
    expect(sink.text()).not.toContain('"status":"stale"')
    expect(countsOf(own.open('ann'))).toEqual([1])
    expect(own.backend.opened()).toBe(1)
  })
})

/** Growth of a figure over a time. */
function grown(measure: () => number, ms: number): number {
  const before = measure()
  test.clock.advance(ms)
  return measure() - before
}

describe('a session', () => {
  const check = async (): Promise<void> => {
    test.clock.advance(72_000)
    await settle()
  }

  it.each([
    ['is over', () => null],
    ['is another user’s', () => ({ id: 'bob', name: 'Bob' })],
  ])('that %s ends its stream at the next check', async (_, next) => {
    const sink = test.open('ann')
    await check()
    expect(sink.state()).toBe('open')
    test.identifyWith(next)
    await check()
    expect(sink.state()).toBe('ended')
  })

  it('survives one check that fails, and not a second one in a row', async () => {
    const sink = test.open('ann')
    const fail = (): never => {
      throw new Error('no session store')
    }
    test.identifyWith(fail)
    await check()
    expect(sink.state()).toBe('open')
    test.identifyWith((id) => ({ id, name: id }))
    await check()
    test.identifyWith(fail)
    await check()
    expect(sink.state()).toBe('open')
    await check()
    expect(sink.state()).toBe('ended')
  })

  it('that is looked up without end is asked about once, and ended by a revocation meanwhile', async () => {
    const sink = test.open('ann')
    test.identifyWith(() => new Promise(() => {}))
    await check()
    await check()
    expect(test.checks()).toBe(1)
    test.hub.revoke('ann')
    expect(sink.state()).toBe('ended')
  })

  it('is checked at other times than the sessions that began with it', () => {
    for (let index = 0; index < 2_000; index += 1) test.open(`user ${index}`)
    test.clock.advance(47_000)
    expect(test.checks()).toBe(0)
    const most = Math.max(...Array.from({ length: 260 }, () => grown(test.checks, 100)))
    expect(test.checks()).toBe(2_000)
    expect(most).toBeLessThan(30) // 8 in each tenth of a second if they were perfectly even.
  })
})

describe('a revocation', () => {
  it('ends all streams of its user, and nobody else’s', () => {
    const [ann, tab, bob] = [test.open('ann'), test.open('ann'), test.open('bob')]
    tab.stall()
    test.backend.send('ann', 1)
    test.hub.revoke('ann')
    expect([ann.state(), tab.state(), bob.state()]).toEqual(['ended', 'destroyed', 'open'])
  })
})

describe('a user’s 21st stream', () => {
  it('takes the place of the oldest one, which is told to come back later', () => {
    const sinks = Array.from({ length: 21 }, () => test.open('ann'))
    expect(sinks.map((sink) => sink.state())).toEqual(['ended', ...Array.from({ length: 20 }, () => 'open')])
    expect(sinks[0]?.text()).toMatch(/event: drain\ndata: \{"reconnectInMs":10000\}\n\n$/)
    expect(test.hub.health().streams).toBe(20)
  })

  it('takes the place of one that does not read, where there is one', () => {
    const sinks = Array.from({ length: 20 }, () => test.open('ann'))
    sinks[7]?.stall()
    test.backend.send('ann', 1)
    test.clock.advance(50)
    test.backend.send('ann', 2)
    test.open('ann')
    expect(sinks[7]?.state()).toBe('destroyed')
    expect(sinks.filter((sink) => sink.state() === 'open')).toHaveLength(19)
  })
})

describe('a failure in one connection', () => {
  it('ends that connection only', () => {
    const [broken, tab, bob] = [test.open('ann'), test.open('ann'), test.open('bob')]
    broken.break()
    test.backend.send('ann', 1)
    test.backend.send('bob', 2)
    expect(broken.state()).toBe('destroyed')
    expect(countsOf(tab)).toEqual([null, 1])
    expect(countsOf(bob)).toEqual([null, 2])
    expect(test.log.lines).toEqual([expect.objectContaining({ level: 'error' })])
  })

  it('at its heartbeat leaves the others theirs', () => {
    const [broken, other] = [test.open('ann'), test.open('bob')]
    broken.break()
    test.clock.advance(2 * heartbeatMs)
    expect(broken.state()).toBe('destroyed')
    expect(other.text().match(/^: heartbeat$/gm)).toHaveLength(2)
  })
})

describe('outages', () => {
  const lines = (): object[] => test.log.lines.map(({ fields }) => fields)

  it('of many users are one line a minute for each reason, with a count', () => {
    for (let user = 0; user < 100; user += 1) test.open(`user ${user}`)
    for (let user = 0; user < 100; user += 1) test.backend.drop(`user ${user}`)
    test.backend.open.get('user 1')?.onOutage('refused')
    expect(lines()).toEqual([{ reason: 'dropped' }, { reason: 'refused' }])
    test.clock.advance(60_000)
    test.backend.drop('user 1')
    expect(lines().slice(2)).toEqual([{ reason: 'dropped', count: 100 }])
  })

  it('that nobody reports are noticed: a vendor that sends nothing for 10 s is named with the likely reasons', () => {
    const sink = test.open('ann')
    test.clock.advance(9_900)
    expect(lines()).toEqual([])
    test.clock.advance(200)
    expect(lines()).toEqual([{ reason: expect.stringMatching(/no role in any channel.*sidecar key/) }])
    expect(test.hub.health()).toMatchObject({ waiting: 1, silent: 1 })
    expect(countsOf(sink)).toEqual([null])
    test.backend.send('ann', 0)
    expect(test.hub.health()).toMatchObject({ waiting: 0, silent: 0 })
  })

  it('are over first for users with a page that is seen', () => {
    const isUrgent = (userId: string) => test.backend.open.get(userId)?.isUrgent()
    test.open('ann', { visible: '0' })
    test.open('bob', { visible: '1' })
    test.open('cat')
    expect(['ann', 'bob', 'cat'].map(isUrgent)).toEqual([false, true, true])
    const seen = test.open('ann', { visible: '1' })
    expect(isUrgent('ann')).toBe(true)
    seen.end()
    expect(isUrgent('ann')).toBe(false)
  })

  it('are logged with the code of their cause', () => {
    test.open('ann')
    test.backend.open.get('ann')?.onOutage('unreachable', { code: 'ECONNREFUSED' })
    expect(lines()).toEqual([{ reason: 'unreachable (ECONNREFUSED)' }])
  })

  it('that were reported are not called silence', () => {
    test.open('ann')
    test.backend.drop('ann')
    test.clock.advance(20_000)
    expect(test.hub.health()).toMatchObject({ waiting: 1, silent: 0 })
    expect(lines()).toEqual([{ reason: 'dropped' }])
  })
})

describe('a stall of the process', () => {
  it('of two seconds loses nobody', () => {
    const sinks = Array.from({ length: 200 }, (_, index) => test.open(`user ${index}`))
    test.clock.advance(10_000)
    test.clock.stall(2_000)
    for (let index = 0; index < 200; index += 1) test.backend.send(`user ${index}`, 1)
    test.clock.advance(60_000)
    expect(sinks.every((sink) => sink.state() === 'open')).toBe(true)
    expect(sinks.every((sink) => countsOf(sink).at(-1) === 1)).toBe(true)
  })
})

describe('a drain', () => {
  async function drain({ streams, deadlineMs }: { streams: number; deadlineMs: number }): Promise<{
    /** Times at which the pages come back, in milliseconds from the start. */
    returns: number[]
    ended: () => number
  }> {
    const sinks = Array.from({ length: streams }, (_, index) => test.open(`user ${index}`))
    const returns = new Map<TestSink, number>()
    void test.hub.drain({ deadlineMs })
    for (let ms = 0; ms < deadlineMs; ms += 50) {
      for (const sink of sinks) {
        if (sink.state() !== 'ended' || returns.has(sink)) continue
        returns.set(sink, ms + Number(/"reconnectInMs":(\d+)/.exec(sink.text())?.[1]))
      }
      test.clock.advance(50)
    }
    return { returns: [...returns.values()], ended: () => sinks.filter((sink) => sink.state() === 'ended').length }
  }

  it('tells each stream a time to come back, at a steady rate, and ends all before the deadline', async () => {
    const { returns, ended } = await drain({ streams: 1_000, deadlineMs: 2_500 })
    expect(ended()).toBe(1_000)
    expect(returns).toHaveLength(1_000)
    for (let second = 0; second < 5; second += 1) {
      const own = returns.filter((ms) => ms >= second * 1_000 && ms < (second + 1) * 1_000).length
      expect(own).toBeGreaterThan(50)
      expect(own).toBeLessThan(400) // 200 a second.
    }
    expect(Math.max(...returns)).toBeLessThanOrEqual(5_000)
  })

  it('keeps each stream until its page may come back, where the deadline leaves the time', async () => {
    const sinks = Array.from({ length: 1_000 }, (_, index) => test.open(`user ${index}`))
    void test.hub.drain({ deadlineMs: 30_000 })
    test.backend.send('user 999', 7)
    test.clock.advance(4_000)
    expect(sinks.filter((sink) => sink.state() === 'ended').length).toBeLessThan(850)
    expect(countsOf(sinks[999] ?? test.open(''))).toContain(7)
    test.clock.advance(1_000)
    expect(sinks.filter((sink) => sink.state() === 'ended')).toHaveLength(1_000)
    const waits = sinks.map((sink) => Number(/"reconnectInMs":(\d+)/.exec(sink.text())?.[1]))
    expect(Math.max(...waits)).toBeLessThanOrEqual(100)
  })

  it('refuses new streams meanwhile, and says when to try again', () => {
    void test.hub.drain({ deadlineMs: 5_000 })
    expect(() => test.open('ann')).toThrow(expect.objectContaining({ code: 'busy', retryAfterMs: expect.any(Number) }))
    expect(test.hub.health().status).toBe('draining')
  })

  it('sends nothing to a stream that has been told to go', async () => {
    const sink = test.open('ann')
    sink.end = () => {} // The network takes its time.
    void test.hub.drain({ deadlineMs: 5_000 })
    test.backend.send('ann', 1)
    expect(sink.text()).toMatch(/event: drain\n[^\n]+\n\n$/)
  })

  it('destroys at the deadline what has not closed by then', async () => {
    const sink = test.open('ann')
    sink.end = () => {}
    const drained = test.hub.drain({ deadlineMs: 5_000 })
    test.clock.advance(5_000)
    await drained
    expect(sink.state()).toBe('destroyed')
  })

  it('is over at once where there is nobody', async () => {
    await test.hub.drain({ deadlineMs: 5_000 })
    expect(test.clock.pending()).toBe(0)
  })
})

describe('closing', () => {
  it('ends every stream, counter and timer, and refuses new ones', () => {
    const sink = test.open('ann')
    test.open('bob').end()
    test.backend.drop('ann')
    test.hub.close()
    expect(sink.state()).toBe('ended')
    expect(test.backend.open.size).toBe(0)
    expect(test.clock.pending()).toBe(0)
    expect(() => test.open('ann')).toThrow(expect.objectContaining({ code: 'upstream_unavailable' }))
  })
})

import { describe, expect, it } from 'vitest'
import { createTestClock } from '../../test/createTestClock.ts'
import { createGate, type Failure, type Pass } from './createGate.ts'

const away: Failure = { outage: 'unreachable', code: 'ECONNREFUSED', isShared: true }
const dropped: Failure = { outage: 'dropped', code: 'CLOSED', isShared: false }
const refused: Failure = { outage: 'refused', code: 'DISCONNECTED_BY_HOST', isShared: false }

/** A gate with users whose passes are collected in the order in which they were let in. */
function createUsers() {
  const clock = createTestClock()
  const gate = createGate({ clock, random: () => 0.5 })
  const passes: { userId: string; pass: Pass; at: number }[] = []
  const closures: string[] = []
  const stops = new Map<string, AbortController>()
  function enter(userId: string, isUrgent = false): void {
    const ended = new AbortController()
    stops.set(userId, ended)
    const visitor = { userId, isUrgent: () => isUrgent, signal: ended.signal }
    void gate.enter({ ...visitor, onClosed: ({ outage }) => closures.push(`${userId} ${outage}`) }).then((pass) => {
      if (pass) passes.push({ userId, pass, at: clock.elapsed() })
    })
  }
  const names = (): string[] => passes.map(({ userId }) => userId)
  const users = (count: number): string[] => Array.from({ length: count }, (_, index) => `u${index}`)
  return { clock, passes, closures, enter, names, users, stop: (userId: string) => stops.get(userId)?.abort() }
}

/** A gate whose host has just admitted a user. */
async function createOpen() {
  const world = createUsers()
  world.enter('first')
  await world.clock.advance(0)
  world.passes[0]?.pass.connected()
  world.passes[0]?.pass.admitted()
  return world
}

describe('a gate in front of a host that is well', () => {
  it('lets a user in at once', async () => {
    const { clock, enter, names } = await createOpen()
    await clock.advance(60_000)
    enter('second')
    await clock.advance(0)
    expect(names()).toEqual(['first', 'second'])
    expect(clock.sleepers()).toEqual([])
  })

  it('lets the first user in alone, and the others once it has had a value or a second of silence', async () => {
    const { clock, enter, names, passes } = createUsers()
    for (const user of ['a', 'b', 'c']) enter(user)
    await clock.advance(4_000)
    expect(names()).toEqual(['a'])
    passes[0]?.pass.connected()
    await clock.advance(999)
    expect(names()).toEqual(['a'])
    await clock.advance(1)
    expect(names()).toEqual(['a', 'b', 'c'])
  })

  it.each([
    ['a drop', dropped],
    ['a refusal', refused],
  ])('stays open after %s of one user', async (_, failure) => {
    const { clock, enter, names, passes, closures } = await createOpen()
    enter('odd')
    await clock.advance(0)
    expect(passes[1]?.pass.fail(failure)).toBe(false)
    enter('second')
    await clock.advance(0)
    expect(names()).toEqual(['first', 'odd', 'second'])
    expect(closures).toEqual([])
  })
})

describe('a gate in front of a host that is away', () => {
  it('sends one probe twice a second, and lets all others in at 220 a second after its success', async () => {
    const { clock, enter, passes, users, closures } = await createOpen()
    for (const user of users(1_000)) enter(user)
    passes[0]?.pass.fail(dropped)
    await clock.advance(0)
    const before = passes.length
    for (const { pass } of passes.slice(1)) pass.fail(away)
    for (let probe = 0; probe < 20; probe += 1) {
      await clock.advance(499)
      expect(passes).toHaveLength(before + probe)
      await clock.advance(1)
      expect(passes).toHaveLength(before + probe + 1)
      if (probe < 19) passes.at(-1)?.pass.fail(away)
    }
    const reopenedAt = clock.elapsed()
    passes.at(-1)?.pass.connected()
    await clock.advance(6_000)
    const times = passes.slice(before + 20).map(({ at }) => at - reopenedAt)
    expect(times).toHaveLength(1_000 - before + 1 - 20)
    expect(times.at(-1)).toBeLessThan(5_000)
    const densest = Math.max(...times.map((time) => times.filter((at) => at >= time && at < time + 1_000).length))
    expect(densest).toBeLessThanOrEqual(250)
    expect(new Set(closures.map((closure) => closure.split(' ')[1]))).toEqual(new Set(['unreachable']))
  })

  it('lets urgent users in first', async () => {
    const { clock, enter, names, passes, users } = await createOpen()
    passes[0]?.pass.fail(away)
    for (const user of users(30)) enter(user, user === 'u20' || user === 'u29')
    await clock.advance(500)
    expect(names().slice(1)).toEqual(['u20'])
    passes[1]?.pass.connected()
    await clock.advance(200)
    expect(names().slice(1, 4)).toEqual(['u20', 'u29', 'u0'])
  })

  it('hands the probe on when its user leaves, and sleeps no longer when all have left', async () => {
    const { clock, enter, names, passes, stop } = await createOpen()
    passes[0]?.pass.fail(away)
    enter('a')
    enter('b')
    await clock.advance(500)
    expect(names()).toEqual(['first', 'a'])
    passes[1]?.pass.leave()
    await clock.advance(500)
    expect(names()).toEqual(['first', 'a', 'b'])
    passes[2]?.pass.fail(away)
    enter('c')
    await clock.advance(0)
    expect(clock.sleepers()).toHaveLength(1)
    stop('c')
    await clock.advance(0)
    expect(clock.sleepers()).toEqual([])
  })

  it('does not let anybody through faster when the wall clock moves', async () => {
    const { clock, enter, passes } = await createOpen()
    passes[0]?.pass.fail(away)
    clock.shiftWallClock(-3_600_000)
    enter('a')
    await clock.advance(499)
    expect(passes).toHaveLength(1)
    await clock.advance(1)
    expect(passes).toHaveLength(2)
  })
})

describe('a gate in front of a host that refuses the key', () => {
  it('believes three users, and then sends one probe a minute for all hundred', async () => {
    const { clock, enter, passes, users, closures } = createUsers()
    for (const user of users(100)) enter(user)
    /** Refuses whoever is let in, who then waits again. */
    const refuseFor = async (ms: number): Promise<void> => {
      for (let passed = 0; passed < ms; passed += 500) {
        await clock.advance(500)
        for (const { userId, pass } of passes.splice(0)) {
          attempts += 1
          pass.connected()
          pass.fail(refused)
          enter(userId)
        }
      }
    }
    let attempts = 0
    await refuseFor(30_000)
    expect(attempts).toBe(3)
    await refuseFor(600_000)
    expect(attempts).toBe(13)
    expect(new Set(closures).size).toBe(100)
  })
})

import { describe, expect, it, onTestFinished } from 'vitest'
import { type Clock, createClock } from './createClock.ts'

function startClock(source?: () => number): Clock {
  const clock = createClock(source)
  onTestFinished(() => clock.close())
  return clock
}

describe('a clock', () => {
  it('follows its source', () => {
    let time = 1_000
    const clock = startClock(() => time)
    time = 5_000
    expect(clock.now()).toBe(5_000)
  })

  it('runs everything that falls due while it is moved forward, earliest first', () => {
    const clock = startClock(() => 0)
    const done: string[] = []
    clock.schedule(2_000, () => done.push('second'))
    clock.schedule(1_000, () => done.push('first'))
    clock.schedule(3_000, () => done.push('third'))
    clock.advance(2_000)
    expect(done).toEqual(['first', 'second'])
    expect(clock.now()).toBe(2_000)
  })

  it('runs timers as real time passes', async () => {
    const clock = startClock()
    await new Promise<void>((resolve) => clock.schedule(clock.now() + 5, resolve))
  })

  it('follows its source instead of the system timer', async () => {
    let time = 0
    let looks = 0
    const clock = startClock(() => {
      looks += 1
      return time
    })
    let isDone = false
    clock.schedule(1, () => {
      isDone = true
    })
    await expect.poll(() => looks).toBeGreaterThan(6) // It has looked at the time more than once since.
    expect(isDone).toBe(false)
    time = 1
    await expect.poll(() => isDone).toBe(true)
  })

  it('schedules beyond the limit of a system timer', async () => {
    const clock = startClock()
    const done: string[] = []
    clock.schedule(clock.now() + 2 ** 32, () => done.push('in 50 days'))
    await new Promise<void>((resolve) => clock.schedule(clock.now() + 20, resolve))
    expect(done).toEqual([])
  })

  it('runs nothing that was cancelled, and nothing after it was closed', () => {
    const clock = startClock(() => 0)
    const done: string[] = []
    clock.schedule(1, () => done.push('called off'))()
    clock.schedule(1, () => done.push('closed'))
    clock.close()
    clock.advance(1)
    expect(done).toEqual([])
  })
})

describe('the modes of a clock', () => {
  it('stays at the given time, and moves only when advanced', () => {
    const clock = createClock({ mode: 'frozen', at: 5_000 })
    onTestFinished(clock.close)
    const kept: number[] = []
    clock.schedule(6_000, () => kept.push(clock.now()))
    expect(clock.now()).toBe(5_000)
    clock.advance(2_000)
    expect({ now: clock.now(), kept }).toEqual({ now: 7_000, kept: [6_000] })
  })

  it('runs timers scheduled for the past while frozen', async () => {
    const clock = createClock({ mode: 'frozen', at: 5_000 })
    onTestFinished(clock.close)
    await new Promise<void>((resolve) => clock.schedule(4_000, resolve))
    expect(clock.now()).toBe(5_000)
  })

  it('runs timers in order, including those that they schedule', () => {
    const clock = createClock({ mode: 'frozen', at: 0 })
    onTestFinished(clock.close)
    const kept: string[] = []
    clock.schedule(20, () => kept.push('second'))
    clock.schedule(10, () => clock.schedule(15, () => kept.push('first')))
    clock.advance(30)
    expect(kept).toEqual(['first', 'second'])
  })

  it('runs at the given speed, and continues from there', () => {
    let machine = 1_000
    const clock = createClock(() => machine)
    onTestFinished(clock.close)
    clock.setMode({ mode: 'scaled', factor: 60 })
    machine += 1_000
    expect(clock.now()).toBe(61_000)
    clock.setMode({ mode: 'frozen' })
    machine += 1_000
    expect(clock.now()).toBe(61_000)
    clock.setMode({ mode: 'real' })
    machine += 1_000
    expect({ now: clock.now(), mode: clock.mode() }).toEqual({ now: 62_000, mode: { mode: 'real' } })
  })

  it('runs timers sooner when time passes faster', async () => {
    const clock = createClock({ mode: 'frozen' })
    onTestFinished(clock.close)
    const kept = new Promise<void>((resolve) => clock.schedule(clock.now() + 3_600_000, resolve))
    clock.setMode({ mode: 'scaled', factor: 1_000_000 })
    await kept
  })
})

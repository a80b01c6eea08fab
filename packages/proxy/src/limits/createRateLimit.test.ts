import { expect, it } from 'vitest'
import { createFakeClock } from '../../test/createFakeClock.ts'
import { createRateLimit } from './createRateLimit.ts'

it('allows a number within any minute, also over the edge of one', () => {
  const clock = createFakeClock()
  const count = createRateLimit({ clock, max: 60, perMs: 60_000 })
  clock.advance(59_000)
  for (let time = 0; time < 60; time += 1) expect(count('1')).toBe(0)
  clock.advance(2_000)
  expect(count('1')).toBe(58_000)
  clock.advance(58_000)
  expect(count('1')).toBe(0)
})

it('counts each key by itself, and a refusal not at all', () => {
  const clock = createFakeClock()
  const count = createRateLimit({ clock, max: 1, perMs: 1_000 })
  expect(count('1')).toBe(0)
  clock.advance(900)
  expect([count('1'), count('1'), count('2')]).toEqual([100, 100, 0])
  clock.advance(100)
  expect(count('1')).toBe(0)
})

it('is not moved by a clock that is set back', () => {
  const clock = createFakeClock()
  const count = createRateLimit({ clock, max: 1, perMs: 1_000 })
  count('1')
  clock.setBack(3_600_000)
  clock.advance(1_000)
  expect(count('1')).toBe(0)
})

it('forgets the key used longest ago once there are very many', () => {
  const count = createRateLimit({ clock: createFakeClock(), max: 1, perMs: 1_000 })
  for (let key = 0; key < 10_000; key += 1) count(String(key))
  expect([count('0'), count('9999')]).toEqual([1_000, 1_000])
  for (let key = 10_000; key < 20_000; key += 1) count(String(key))
  expect([count('0'), count('10000'), count('19999')]).toEqual([1_000, 1_000, 1_000])
  for (let key = 20_000; key < 30_000; key += 1) count(String(key))
  expect([count('0'), count('1')]).toEqual([1_000, 0])
})

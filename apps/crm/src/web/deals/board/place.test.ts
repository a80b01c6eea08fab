import { expect, it } from 'vitest'
import { stepPlace, toDirection } from './place.ts'

const lastIndexOf = (stage: string) => ({ new: 3, qualified: 1, proposal: 0 })[stage]

it('moves within a column up to its ends', () => {
  const down = { direction: 'down', lastIndexOf } as const
  expect(stepPlace({ place: { stage: 'new', index: 2 }, ...down })).toEqual({ stage: 'new', index: 3 })
  expect(stepPlace({ place: { stage: 'new', index: 3 }, ...down })).toBeUndefined()
  expect(stepPlace({ place: { stage: 'new', index: 0 }, direction: 'up', lastIndexOf })).toBeUndefined()
})

it('enters a shorter column at its end', () => {
  const place = { stage: 'new', index: 3 } as const
  expect(stepPlace({ place, direction: 'after', lastIndexOf })).toEqual({ stage: 'qualified', index: 1 })
})

it('passes over columns without a place', () => {
  const few = (stage: string) => ({ new: 3, negotiation: 1 })[stage]
  expect(stepPlace({ place: { stage: 'new', index: 3 }, direction: 'after', lastIndexOf: few })).toEqual({
    stage: 'negotiation',
    index: 1,
  })
  expect(stepPlace({ place: { stage: 'negotiation', index: 0 }, direction: 'before', lastIndexOf: few })).toEqual({
    stage: 'new',
    index: 0,
  })
})

it('stays on the board', () => {
  expect(stepPlace({ place: { stage: 'new', index: 0 }, direction: 'before', lastIndexOf })).toBeUndefined()
  expect(stepPlace({ place: { stage: 'proposal', index: 0 }, direction: 'after', lastIndexOf })).toBeUndefined()
})

it('follows the direction of the language', () => {
  expect(toDirection({ key: 'ArrowLeft', isRtl: false })).toBe('before')
  expect(toDirection({ key: 'ArrowLeft', isRtl: true })).toBe('after')
  expect(toDirection({ key: 'Enter', isRtl: false })).toBeUndefined()
})

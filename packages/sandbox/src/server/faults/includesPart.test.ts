import { describe, expect, it } from 'vitest'
import { includesPart } from './includesPart.ts'

describe('includesPart', () => {
  it.each([
    [{ a: 1, b: 2 }, { a: 1 }, true],
    [{ a: { b: [1, 2] } }, { a: { b: [1] } }, true],
    [{ a: 1 }, { a: '1' }, false],
    [{ a: 1 }, { b: undefined }, false],
    [null, {}, false],
    ['text', 'text', true],
    [[{ id: 1 }, { id: 2 }], { 1: { id: 2 } }, true],
    [{}, { toString: {} }, false],
  ])('compares %j with the part %j: %s', (whole, part, expected) => {
    expect(includesPart(whole, part)).toBe(expected)
  })
})

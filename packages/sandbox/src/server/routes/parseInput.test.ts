import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { parseInput } from './parseInput.ts'

describe('parseInput', () => {
  it('rejects an object whose length cannot be converted to a number', () => {
    const given: unknown = JSON.parse('{"length": {"toString": 1}}')
    expect(parseInput(z.array(z.string()).max(3), given).success).toBe(false)
  })

  it('parses valid input like the schema', () => {
    expect(parseInput(z.string().trim(), ' text ')).toEqual({ success: true, data: 'text' })
    expect(parseInput(z.string(), 7).success).toBe(false)
  })
})

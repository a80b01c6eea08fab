import { expect, it } from 'vitest'
import { createBulkhead } from './createBulkhead.ts'

it('has so many places and no more, and takes back each that is left', () => {
  const enter = createBulkhead({ places: 2, random: () => 0.5 })
  for (let round = 0; round < 3; round += 1) {
    const leave = [enter(), enter()]
    expect(enter).toThrow(expect.objectContaining({ code: 'upstream_unavailable', retryAfterMs: 1_000 }))
    for (const one of leave) one()
  }
})

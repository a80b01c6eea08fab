import { describe, expect, it } from 'vitest'
import { emulatedVendors } from '../../src/emulatedVendors.ts'
import { comparedVendors, startComparing } from './startComparing.ts'
import { undetectable } from './undetectable.ts'

const compare = startComparing()

describe.each(comparedVendors)('a comparison of $vendor', ({ vendor, found }) => {
  it('finds nothing in an account that is the same', async () => {
    const { findings, uncompared, probes } = await compare(vendor)
    expect(findings).toEqual([])
    expect(uncompared).toEqual([])
    expect(probes.length).toBeGreaterThan(15)
  })

  // Each quirk by itself: quirks.deep.test.ts.
  it('finds quirks, and nothing once they are off again', async () => {
    expect((await compare(vendor, found.slice(0, 1))).findings).not.toEqual([])
    expect((await compare(vendor)).findings).toEqual([])
  })
})

it('every quirk on the list of undetectable ones exists', () => {
  const names = emulatedVendors.flatMap(({ quirks }) => Object.keys(quirks))
  expect(Object.keys(undetectable).filter((name) => !names.includes(name))).toEqual([])
})

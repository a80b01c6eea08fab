import { describe, expect, it } from 'vitest'
import { comparedVendors, startComparing } from './startComparing.ts'

const compare = startComparing()

describe.each(comparedVendors)('a comparison of $vendor', ({ vendor, found, hidden }) => {
  it.each(found)('finds the quirk %s', async (name) => {
    expect((await compare(vendor, [name])).findings).not.toEqual([])
  })

  it.each(hidden)('cannot find the quirk %s', async (name) => {
    expect((await compare(vendor, [name])).findings).toEqual([])
  })
})

import { describe, expect, it, vi } from 'vitest'
import { emulatedVendors } from '../../emulatedVendors.ts'
import { InvalidOptionError } from '../../store/errors.ts'
import { createQuirks } from './createQuirks.ts'

const entries = Object.assign({}, ...emulatedVendors.map(({ quirks }) => quirks))

describe('quirks', () => {
  it('are off but for those asked for, and go back to that', () => {
    const quirks = createQuirks({ entries, initial: ['wazzup-v3.nestedErrors'] })
    expect(quirks.list().filter(({ on }) => on)).toMatchObject([
      { name: 'wazzup-v3.nestedErrors', vendor: 'wazzup-v3' },
    ])
    quirks.set('wazzup-v3.nestedErrors', false)
    quirks.set('whatomate.botReads', true)
    expect([quirks.isOn('wazzup-v3.nestedErrors'), quirks.isOn('whatomate.botReads')]).toEqual([false, true])
    quirks.reset()
    expect([quirks.isOn('wazzup-v3.nestedErrors'), quirks.isOn('whatomate.botReads')]).toEqual([true, false])
  })

  it('tell whoever shows them that one was switched', () => {
    const quirks = createQuirks({ entries })
    const listener = vi.fn()
    const unsubscribe = quirks.subscribe(listener)
    quirks.set('whatomate.botReads', true)
    unsubscribe()
    quirks.set('whatomate.botReads', false)
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('have known names only, and a wrong one is told the nearest', () => {
    expect(() => createQuirks({ entries, initial: ['whatomate.botRead'] })).toThrow(InvalidOptionError)
    expect(() => createQuirks({ entries, initial: ['whatomate.botRead'] })).toThrow(
      'The nearest is whatomate.botReads.',
    )
    expect(() => createQuirks({ entries, initial: ['toString'] })).toThrow(InvalidOptionError)
  })
})

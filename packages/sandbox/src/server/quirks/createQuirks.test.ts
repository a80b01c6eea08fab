import { describe, expect, it, vi } from 'vitest'
import { emulatedVendors } from '../../emulatedVendors.ts'
import { InvalidOptionError } from '../../store/errors.ts'
import { createQuirks } from './createQuirks.ts'

const entries = Object.assign({}, ...emulatedVendors.map(({ quirks }) => quirks))

describe('quirks', () => {
  it('are off unless enabled at the start, which a reset restores', () => {
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

  it('notify subscribers when one is switched', () => {
    const quirks = createQuirks({ entries })
    const listener = vi.fn()
    const unsubscribe = quirks.subscribe(listener)
    quirks.set('whatomate.botReads', true)
    unsubscribe()
    quirks.set('whatomate.botReads', false)
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('suggest the nearest name for an unknown quirk', () => {
    expect(() => createQuirks({ entries, initial: ['whatomate.botRead'] })).toThrow(InvalidOptionError)
    expect(() => createQuirks({ entries, initial: ['whatomate.botRead'] })).toThrow(
      'The nearest is whatomate.botReads.',
    )
    expect(() => createQuirks({ entries, initial: ['toString'] })).toThrow(InvalidOptionError)
  })
})

import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { emulatedVendors } from '../../src/emulatedVendors.ts'

it('docs/unknown.md names only quirks that exist, and each that switches between forms of Wazzup’s APIs', async () => {
  const page = await readFile(new URL('../../../../docs/unknown.md', import.meta.url), 'utf8')
  const named = new Set(page.match(/\b(wazzup-(v2|v3|tech)|whatomate)\.\w+/g))
  const known = emulatedVendors.flatMap(({ quirks }) => Object.keys(quirks))
  expect([...named].filter((name) => !known.includes(name))).toEqual([])
  expect(known.filter((name) => name.startsWith('wazzup-') && !named.has(name))).toEqual([])
})

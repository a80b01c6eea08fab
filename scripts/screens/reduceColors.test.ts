import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { reduceColors } from './reduceColors.ts'

const picture = readFileSync(new URL('../../docs/screens/zoom-400-en.png', import.meta.url))

it('makes a picture smaller, and keeps its size in pixels', () => {
  const reduced = reduceColors(picture)
  expect(reduced.length).toBeLessThan(picture.length)
  expect(reduced.subarray(0, 33).equals(picture.subarray(0, 33))).toBe(true) // Its signature and header.
})

it('leaves a picture alone that is reduced already', () => {
  const once = reduceColors(picture)
  expect(reduceColors(once).equals(once)).toBe(true)
})

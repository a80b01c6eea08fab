import { isNatural } from './isNatural.ts'
import type { Read } from './read.ts'

/** Reads a number that counts something. */
export const natural: Read<number> = (value) => {
  if (isNatural(value)) return value
  throw new TypeError('It counts nothing.')
}

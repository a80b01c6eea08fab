import { createHash } from 'node:crypto'

/** Creates ids that look like the vendor's and are the same every time: the first, the second and so on. */
export function createSeedIds(): () => string {
  let count = 0
  return () => {
    const hex = createHash('sha256').update(`seed ${++count}`).digest('hex')
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `8${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-')
  }
}

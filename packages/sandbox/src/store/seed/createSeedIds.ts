import { toUuid } from '../toUuid.ts'

/** Creates ids that look like the vendor's and are the same every time: the first, the second and so on. */
export function createSeedIds(): () => string {
  let count = 0
  return () => toUuid(`seed ${++count}`)
}

import { OperationError } from '../errors.ts'

/** Takes a place at the vendor. @returns a function that gives it back. @throws {OperationError} `upstream_unavailable` */
export type Bulkhead = () => () => void

/** Makes a {@link Bulkhead} of `places`: a vendor that hangs holds up so many requests, and no more wait in memory. */
export function createBulkhead({
  places,
  random = Math.random,
}: {
  places: number
  /** Numbers from 0 up to 1. */
  random?: () => number
}): Bulkhead {
  let taken = 0
  return () => {
    if (taken >= places) {
      throw new OperationError({
        code: 'upstream_unavailable',
        message: 'Too many requests wait for the vendor.',
        detail: `${places} requests wait for the vendor already`,
        retryAfterMs: Math.round(500 + random() * 1_000),
      })
    }
    taken += 1
    return () => {
      taken -= 1
    }
  }
}

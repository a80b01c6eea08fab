import { OperationError } from '../errors.ts'

/** Runs a task as soon as there is a place, first come, first served. @throws {OperationError} `busy` where too many wait. */
export type Gate = <Result>(task: () => Promise<Result>) => Promise<Result>

/** Makes a {@link Gate}: `places` tasks run at a time, and `maxWaiting` may wait. */
export function createGate({ places, maxWaiting }: { places: number; maxWaiting: number }): Gate {
  let running = 0
  const waiting = new Set<() => void>()

  function leave(): void {
    const [next] = waiting
    if (!next) running -= 1
    else {
      waiting.delete(next) // It takes over this place.
      next()
    }
  }

  return async (task) => {
    if (running < places) running += 1
    else if (waiting.size < maxWaiting) await new Promise<void>((resolve) => waiting.add(resolve))
    else throw new OperationError({ code: 'busy', message: 'Too much is waiting already.', retryAfterMs: 5_000 })
    try {
      return await task()
    } finally {
      leave()
    }
  }
}

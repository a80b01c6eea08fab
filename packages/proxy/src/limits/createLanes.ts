import { OperationError } from '../errors.ts'
import type { Gate } from './createGate.ts'

/** Runs the tasks of one key one after another, in the order they came in. @throws {OperationError} `busy` where too many wait. */
export type Lanes = <Result>(key: string, task: () => Promise<Result>) => Promise<Result>

/** Makes {@link Lanes}: tasks of different keys run side by side, as far as the gate has places. */
export function createLanes({ gate, maxPerKey }: { gate: Gate; maxPerKey: number }): Lanes {
  const lanes = new Map<string, { last: Promise<unknown>; size: number }>()
  return async (key, task) => {
    const lane = lanes.get(key) ?? { last: Promise.resolve(), size: 0 }
    if (lane.size >= maxPerKey) {
      throw new OperationError({ code: 'busy', message: 'Too much is waiting already.', retryAfterMs: 5_000 })
    }
    lanes.set(key, lane)
    lane.size += 1
    const run = lane.last.then(() => gate(task))
    lane.last = run.catch(() => {}) // Its own caller hears of a failure; the next task goes on.
    try {
      return await run
    } finally {
      lane.size -= 1
      if (lane.size === 0) lanes.delete(key)
    }
  }
}

import type { Clock } from '../clock.ts'
import { ChatProxyError } from '../errors.ts'
import type { SharedLane } from '../processes/sharedState.ts'
import type { Leases } from './createLeases.ts'
import type { Seal } from './createSeal.ts'

/** Longest wait for another process, and between two tries. */
const waitMs = 12_000
const tryMs = { least: 5, most: 50 }

/** Makes a {@link SharedLane}. Within this process the tasks of a key must come one after another already. */
export function createLane({ leases, clock, seal }: { leases: Leases; clock: Clock; seal: Seal }): SharedLane {
  const pause = (ms: number): Promise<void> => new Promise((resolve) => void clock.after(ms, resolve))

  async function enter(key: string): Promise<void> {
    const until = clock.elapsed() + waitMs
    for (let ms = tryMs.least; ; ms = Math.min(tryMs.most, ms * 2)) {
      if ((await leases.take(key)) === undefined) return
      if (clock.elapsed() > until) throw new ChatProxyError('Another process takes too long with this chat.')
      await pause(ms * (0.5 + Math.random()))
    }
  }

  return async (name, task) => {
    const key = seal.keyOf('lane', name)
    await enter(key)
    try {
      return await task(() => leases.holds(key))
    } finally {
      await leases.release(key).catch(() => {}) // It ends by itself.
    }
  }
}

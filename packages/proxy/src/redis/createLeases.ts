import { type Clock, every } from '../clock.ts'
import type { Link } from './createLink.ts'
import { releaseScript, renewScript, takeScript } from './scripts.ts'

/** Keys that this process holds for a while, and keeps as long as it lives and reaches Redis. */
export interface Leases {
  /** @returns undefined where it was taken, or the value that is there. @throws {ChatProxyError} where nobody can tell */
  take: (key: string) => Promise<string | undefined>
  /** Returns false once a key may belong to another process. */
  holds: (key: string) => boolean
  /** Stops keeping a key. */
  drop: (key: string) => void
  /** Gives a key back, also where it has another one of these values. @throws {ChatProxyError} where it ends by itself */
  release: (key: string, ...values: string[]) => Promise<void>
  close: () => void
}

/** Keys in one call. */
const perCall = 500

/** Makes {@link Leases}. The value of each key is its holder. */
export function createLeases({
  link,
  clock,
  holder,
  leaseMs,
}: {
  link: Link
  clock: Clock
  holder: string
  leaseMs: number
}): Leases {
  /** Time until which each key is certainly held. */
  const held = new Map<string, number>()

  async function renew(keys: string[]): Promise<void> {
    const until = clock.elapsed() + leaseMs
    const kept = await link.run((client) => client.eval(renewScript, keys.length, ...keys, holder, leaseMs))
    for (const [index, key] of keys.entries()) {
      if (held.has(key)) held.set(key, Array.isArray(kept) && kept[index] === 1 ? until : Number.NEGATIVE_INFINITY)
    }
  }

  function renewAll(): void {
    const keys = [...held.keys()]
    for (let first = 0; first < keys.length; first += perCall) {
      renew(keys.slice(first, first + perCall)).catch(() => {}) // Then they end by themselves.
    }
  }

  const stop = every({ clock, ms: leaseMs / 3, callback: renewAll })
  link.onBack(renewAll)

  return {
    take: async (key) => {
      const until = clock.elapsed() + leaseMs
      const other = await link.run((client) => client.eval(takeScript, 1, key, holder, leaseMs))
      if (other !== '') return String(other)
      held.set(key, until)
      return undefined
    },
    holds: (key) => (held.get(key) ?? Number.NEGATIVE_INFINITY) > clock.elapsed(),
    drop: (key) => void held.delete(key),
    release: async (key, ...values) => {
      held.delete(key)
      await link.run((client) => client.eval(releaseScript, 1, key, holder, ...values))
    },
    close: stop,
  }
}

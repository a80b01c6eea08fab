import type { Redis } from 'ioredis'
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
  /** Gives a key back. @throws {ChatProxyError} where it ends by itself */
  release: (key: string) => Promise<void>
  /** Returns the command that gives a key back, also where it has another one of these values. */
  toRelease: (key: string, ...values: string[]) => (client: Redis) => Promise<unknown>
  close: () => void
}

/** A key that is about to be taken. */
interface Ask {
  key: string
  resolve: (other: string | undefined) => void
  reject: (error: unknown) => void
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
  let asked: Ask[] = []

  /** Keeps keys. Those that are held for certain are taken again where Redis has lost them. */
  async function renew({ keys, isCertain }: { keys: string[]; isCertain: boolean }): Promise<void> {
    const until = clock.elapsed() + leaseMs
    const args = [holder, leaseMs, isCertain ? 1 : 0]
    const kept = await link.run((client) => client.eval(renewScript, keys.length, ...keys, ...args))
    for (const [index, key] of keys.entries()) {
      const isKept = Array.isArray(kept) && kept[index] === 1 && (!isCertain || holds(key))
      if (held.has(key)) held.set(key, isKept ? until : Number.NEGATIVE_INFINITY)
    }
  }

  /** Takes all that was asked for at this moment at once: of two processes with the same keys, none gets a part and waits. */
  async function takeAsked(): Promise<void> {
    const asks = asked
    asked = []
    const until = clock.elapsed() + leaseMs
    const keys = asks.map(({ key }) => key)
    try {
      const found = await link.take({ script: takeScript, keys, args: [holder, leaseMs] })
      const others = Array.isArray(found) ? found.map(String) : []
      for (const [index, ask] of asks.entries()) settle({ ask, other: others[index] ?? '?', until })
    } catch (error) {
      for (const { reject } of asks) reject(error)
    }
  }

  function settle({ ask: { key, resolve }, other, until }: { ask: Ask; other: string; until: number }): void {
    if (other === '') held.set(key, until)
    resolve(other === '' ? undefined : other)
  }

  const holds = (key: string): boolean => (held.get(key) ?? Number.NEGATIVE_INFINITY) > clock.elapsed()
  const toRelease: Leases['toRelease'] =
    (key, ...values) =>
    (client) =>
      client.eval(releaseScript, 1, key, holder, ...values)

  function renewAll(): void {
    for (const isCertain of [true, false]) {
      const keys = [...held.keys()].filter((key) => holds(key) === isCertain)
      for (let first = 0; first < keys.length; first += perCall) {
        renew({ keys: keys.slice(first, first + perCall), isCertain }).catch(() => {}) // Then they end by themselves.
      }
    }
  }

  const stop = every({ clock, ms: leaseMs / 3, callback: renewAll })
  link.onBack(renewAll)

  return {
    take: (key) =>
      new Promise((resolve, reject) => {
        if (asked.length === 0) queueMicrotask(() => void takeAsked())
        asked.push({ key, resolve, reject })
      }),
    holds,
    drop: (key) => void held.delete(key),
    toRelease,
    release: async (key) => {
      held.delete(key)
      await link.run(toRelease(key))
    },
    close: stop,
  }
}

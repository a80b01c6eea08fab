import type { Redis } from 'ioredis'
import { type Clock, every } from '../clock.ts'
import type { Link } from './createLink.ts'

/** Writes that must not be lost while Redis is away: the latest of each key is kept until it is back. */
export interface Writes {
  /** Writes, or keeps it for later. Never rejects. @returns false where it was kept */
  write: (parameters: Write) => Promise<boolean>
  /** Gives up what is kept for a key. */
  cancel: (key: string) => void
  /** Writes what is kept, as far as Redis takes it. */
  flush: () => Promise<void>
  close: () => void
}

/** One write. */
interface Write {
  key: string
  command: (client: Redis) => Promise<unknown>
  /** Called when it is done, or given up. */
  onEnd: () => void
}

/** Writes that are kept; the first ones are given up first. */
const maxKept = 10_000

const retryMs = 1_000

/** Makes {@link Writes}. */
export function createWrites({ link, clock }: { link: Link; clock: Clock }): Writes {
  const kept = new Map<string, Write>()
  let isFlushing = false

  async function flush(): Promise<void> {
    if (isFlushing) return
    isFlushing = true
    try {
      for (const [key, write] of kept) {
        await link.run(write.command)
        if (kept.get(key) === write) kept.delete(key)
        write.onEnd()
      }
    } catch {
      // It has gone again: the rest is written the next time.
    } finally {
      isFlushing = false
    }
  }

  function keep(write: Write): void {
    kept.delete(write.key)
    kept.set(write.key, write)
    const [first] = kept.values()
    if (kept.size <= maxKept || !first) return
    cancel(first.key)
  }

  function cancel(key: string): void {
    const write = kept.get(key)
    kept.delete(key)
    write?.onEnd()
  }

  link.onBack(() => void flush())
  const stop = every({ clock, ms: retryMs, callback: () => void flush() })

  return {
    write: async (write) => {
      try {
        await link.run(write.command)
      } catch {
        keep(write)
        return false
      }
      kept.delete(write.key)
      write.onEnd()
      return true
    },
    cancel,
    flush,
    close: stop,
  }
}

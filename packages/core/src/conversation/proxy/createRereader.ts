import type { Clock } from '../../clock.ts'

/** Reads something again on request, at a pace that a busy chat cannot set. */
export interface Rereader {
  /** Asks for a read. One that is due serves all who ask meanwhile. */
  request: () => void
  stop: () => void
}

/** Parameters of {@link createRereader}. */
export interface RereaderParameters {
  clock: Clock
  read: () => void
}

/** Time in which the messages of a burst arrive. */
const burstMs = 300

/** Least time between two reads. */
const spacingMs = 5_000

/** Creates a reader that reads once for a burst of requests, and never more often than every five seconds. */
export function createRereader({ clock, read }: RereaderParameters): Rereader {
  let lastRead = Number.NEGATIVE_INFINITY
  let cancel: (() => void) | undefined
  return {
    request() {
      cancel ??= clock.after(Math.max(burstMs, lastRead + spacingMs - clock.elapsed()), () => {
        cancel = undefined
        lastRead = clock.elapsed()
        read()
      })
    },
    stop() {
      cancel?.()
      cancel = undefined
    },
  }
}

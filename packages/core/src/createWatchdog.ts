import type { Clock } from './clock.ts'

/** Aborts its signal when it is not stopped, or started again, in time. */
export interface Watchdog {
  signal: AbortSignal
  /** Starts it, or starts it again. */
  restart: (ms: number) => void
  stop: () => void
}

/** Makes a watchdog. */
export function createWatchdog({ clock }: { clock: Clock }): Watchdog {
  const controller = new AbortController()
  let stop = (): void => undefined
  return {
    signal: controller.signal,
    restart: (ms) => {
      stop()
      stop = clock.after(ms, () => controller.abort())
    },
    stop: () => stop(),
  }
}

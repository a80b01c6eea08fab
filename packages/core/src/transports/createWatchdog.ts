import { startTimer } from '../timers.ts'

/** Aborts its signal unless it is restarted or stopped in time. */
export interface Watchdog {
  signal: AbortSignal
  restart: (ms: number) => void
  stop: () => void
}

/** Starts a watchdog that aborts after `ms`. */
export function createWatchdog(ms: number): Watchdog {
  const controller = new AbortController()
  const start = (timeoutMs: number) => startTimer(() => controller.abort(), timeoutMs)
  let timer = start(ms)
  return {
    signal: controller.signal,
    restart: (timeoutMs) => {
      clearTimeout(timer)
      timer = start(timeoutMs)
    },
    stop: () => clearTimeout(timer),
  }
}

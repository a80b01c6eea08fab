import type { Clock } from '../http/clock.ts'

/** Parameters of {@link keepBeating}. */
export interface Heartbeat {
  clock: Clock
  pingIntervalMs: number
  pingTimeoutMs: number
  /** Sends a ping, in the older generation; in the current one the host does. */
  ping: (() => void) | undefined
  /** Time at which the last packet came. */
  heardAtMs: () => number
  onSilence: () => void
  signal: AbortSignal
}

/** Watches that the host is still there: a connection that is only half open is noticed within interval and timeout. */
export async function keepBeating(heartbeat: Heartbeat): Promise<void> {
  const { clock, pingIntervalMs, pingTimeoutMs, ping, heardAtMs, onSilence, signal } = heartbeat
  const replyMs = Math.min(pingTimeoutMs, pingIntervalMs)
  while (!signal.aborted) {
    if (ping) {
      await clock.sleep(pingIntervalMs - replyMs, signal)
      if (signal.aborted) return
      const askedAtMs = clock.elapsed()
      ping()
      await clock.sleep(replyMs, signal)
      if (!signal.aborted && heardAtMs() < askedAtMs) return onSilence()
    } else {
      const leftMs = heardAtMs() + pingIntervalMs + pingTimeoutMs - clock.elapsed()
      if (leftMs <= 0) return onSilence()
      await clock.sleep(leftMs, signal)
    }
  }
}

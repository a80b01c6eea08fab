import { setTimeout } from 'node:timers/promises'
import type { Clock } from '@crm-chat/vendors/wazzup-v3'

/** The machine's time, but for the long waits of clients: what they do again every few minutes, they do in seconds. */
export const fastClock: Clock = {
  now: Date.now,
  async sleep(ms, signal) {
    const isLong = ms > 25_000 // Deadlines and heartbeats are shorter, and are about a machine that may be slow.
    await setTimeout(isLong ? ms / 100 : ms, undefined, { signal }).catch(() => undefined)
  },
}

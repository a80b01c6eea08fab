import { setTimeout } from 'node:timers/promises'
import type { Clock } from '@crm-chat/vendors/wazzup-v3'

/** The machine's time, but with long waits shortened: tasks that clients repeat every few minutes run every few seconds. */
export const fastClock: Clock = {
  now: Date.now,
  elapsed: () => performance.now(),
  async sleep(ms, signal) {
    const isLong = ms > 25_000 // Deadlines and heartbeats keep their length, because the machine may be slow.
    await setTimeout(isLong ? ms / 100 : ms, undefined, { signal }).catch(() => undefined)
  },
}

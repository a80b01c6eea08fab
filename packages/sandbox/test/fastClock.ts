import { setTimeout } from 'node:timers/promises'
import type { Clock } from '@crm-chat/vendors/wazzup-v3'

/** A hundred times as fast: what clients do again every few minutes, they do every few seconds. */
export const fastClock: Clock = {
  now: Date.now,
  async sleep(ms, signal) {
    await setTimeout(ms / 100, undefined, { signal }).catch(() => undefined)
  },
}

import type { Clock } from '../clock.ts'
import type { ProxyLogger } from '../logger.ts'

const minuteMs = 60_000

/** Reasons are few; a vendor's client with a text of its own for each must not fill the memory. */
const maxReasons = 20

/** Reports of outages, over all users. */
export interface OutageLog {
  add: (reason: string) => void
  close: () => void
}

/** Makes an {@link OutageLog}: the first report of a reason is logged at once, further ones once a minute, with their number. */
export function createOutageLog({ clock, logger }: { clock: Clock; logger: ProxyLogger }): OutageLog {
  const minutes = new Map<string, { count: number; stop: () => void }>()

  function log(reason: string, count: number): void {
    logger.warn({ reason, count }, 'the vendor sends no counter values')
  }

  function startMinute(reason: string): void {
    minutes.set(reason, { count: 0, stop: clock.after(minuteMs, () => endMinute(reason)) })
  }

  function endMinute(reason: string): void {
    const count = minutes.get(reason)?.count ?? 0
    minutes.delete(reason)
    if (count === 0) return
    startMinute(reason)
    log(reason, count)
  }

  return {
    add: (given) => {
      const reason = minutes.has(given) || minutes.size < maxReasons ? given : 'another reason'
      const minute = minutes.get(reason)
      if (minute) {
        minute.count += 1
        return
      }
      startMinute(reason)
      log(reason, 1)
    },
    close: () => {
      for (const { stop } of minutes.values()) stop()
      minutes.clear()
    },
  }
}

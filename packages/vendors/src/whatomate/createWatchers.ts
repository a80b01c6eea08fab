import type {
  CounterOutage,
  CounterOutageDetails,
  UnansweredValue,
  WatchUnansweredParameters,
} from '../unanswered/unansweredValue.ts'

/** All watchers of one client. */
export interface Watchers {
  /** Sends each watcher its value, if it has changed. */
  update: () => void
  /** Sends each watcher its value, even the one from before an outage. */
  catchUp: () => void
  fail: (outage: CounterOutage, details: CounterOutageDetails) => void
  /** Sends the value at once if it is up to date. */
  add: (parameters: WatchUnansweredParameters, options: { upToDate: () => boolean }) => () => void
  isEmpty: () => boolean
}

interface Watcher extends WatchUnansweredParameters {
  told?: UnansweredValue
}

/** Sends each watcher its own value, and only changes. */
export function createWatchers(countFor: (userId: string) => UnansweredValue): Watchers {
  const watchers = new Set<Watcher>()

  function tell(watcher: Watcher): void {
    const value = countFor(watcher.userId)
    if (watcher.told?.count === value.count && watcher.told.tone === value.tone) return
    watcher.told = value
    watcher.onValue(value)
  }

  function tellAnew(watcher: Watcher): void {
    delete watcher.told // A value after an outage is sent again, even if it is the same.
    tell(watcher)
  }

  return {
    update: () => watchers.forEach(tell),
    catchUp: () => watchers.forEach(tellAnew),
    fail(outage, details) {
      for (const watcher of watchers) watcher.onOutage?.(outage, details)
    },
    add(parameters, { upToDate }) {
      const watcher = { ...parameters }
      watchers.add(watcher)
      // Not before the caller has received the function that ends the watch.
      queueMicrotask(() => watchers.has(watcher) && upToDate() && tellAnew(watcher))
      return () => watchers.delete(watcher)
    },
    isEmpty: () => watchers.size === 0,
  }
}

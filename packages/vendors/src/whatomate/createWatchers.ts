import type { CounterOutage, UnansweredValue, WatchUnansweredParameters } from '../unanswered/unansweredValue.ts'

/** Everyone who watches with the same client. */
export interface Watchers {
  /** Tells those who watch what they have not been told yet. */
  update: () => void
  /** Tells everyone the value, though it may be the one from before an outage. */
  catchUp: () => void
  fail: (outage: CounterOutage) => void
  /** Values are known already: the new one is told at once. */
  add: (parameters: WatchUnansweredParameters, options: { upToDate: () => boolean }) => () => void
  isEmpty: () => boolean
}

interface Watcher extends WatchUnansweredParameters {
  told?: UnansweredValue
}

/** Tells each watcher his own value, and only what is news. */
export function createWatchers(countFor: (userId: string) => UnansweredValue): Watchers {
  const watchers = new Set<Watcher>()

  function tell(watcher: Watcher): void {
    const value = countFor(watcher.userId)
    if (watcher.told?.count === value.count && watcher.told.tone === value.tone) return
    watcher.told = value
    watcher.onValue(value)
  }

  function tellAnew(watcher: Watcher): void {
    delete watcher.told // A value after an outage is news, even when it is the same.
    tell(watcher)
  }

  return {
    update: () => watchers.forEach(tell),
    catchUp: () => watchers.forEach(tellAnew),
    fail(outage) {
      for (const watcher of watchers) watcher.onOutage?.(outage)
    },
    add(parameters, { upToDate }) {
      const watcher = { ...parameters }
      watchers.add(watcher)
      // Not before the caller has the function that ends it.
      queueMicrotask(() => watchers.has(watcher) && upToDate() && tellAnew(watcher))
      return () => watchers.delete(watcher)
    },
    isEmpty: () => watchers.size === 0,
  }
}

import type { CounterOutage, CounterOutageDetails } from './unansweredValue.ts'

/** Reports outages of one watch. */
export interface Report {
  /** The outage is over. */
  reset: () => void
  outage: (failure: { outage: CounterOutage; code: string }) => void
}

/** Reports an outage once: again only if another cause takes its place. */
export function createReport(
  onOutage: ((outage: CounterOutage, details: CounterOutageDetails) => void) | undefined,
): Report {
  let last = ''
  return {
    reset() {
      last = ''
    },
    outage({ outage, code }) {
      if (last === `${outage} ${code}`) return
      last = `${outage} ${code}`
      try {
        onOutage?.(outage, { code })
      } catch {
        // The caller's function failed: other watches wait for the same news.
      }
    },
  }
}

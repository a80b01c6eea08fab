import type { Clock } from './clock/createClock.ts'

/** Scheduled changes to the data. */
export interface Agenda {
  /** The account's clock; tasks scheduled with it concern the current data. */
  clock: Clock
  /** Cancels all tasks, because the data they concern are being replaced. */
  clear: () => void
}

/** Creates an agenda on a clock. Clearing it affects neither the clock nor other tasks scheduled with the clock. */
export function createAgenda(clock: Clock): Agenda {
  const cancellations = new Set<() => void>()
  function schedule(at: number, task: () => void): () => void {
    const cancel = clock.schedule(at, () => {
      cancellations.delete(cancelTask)
      task()
    })
    function cancelTask(): void {
      cancellations.delete(cancelTask)
      cancel()
    }
    cancellations.add(cancelTask)
    return cancelTask
  }
  return {
    clock: { ...clock, schedule },
    clear() {
      for (const cancel of cancellations) cancel()
    },
  }
}

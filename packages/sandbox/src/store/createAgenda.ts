import type { Clock } from './clock/createClock.ts'

/** Scheduled changes to the data. */
export interface Agenda {
  /** The account's clock; what is scheduled with it concerns the data that is there now. */
  clock: Clock
  /** Calls everything off: the data it was about is no more. */
  clear: () => void
}

/** Creates an agenda that is kept by a clock. The clock itself, and what others have scheduled with it, goes on. */
export function createAgenda(clock: Clock): Agenda {
  const cancellations = new Set<() => void>()
  function schedule(at: number, task: () => void): () => void {
    const cancel = clock.schedule(at, () => {
      cancellations.delete(callOff)
      task()
    })
    function callOff(): void {
      cancellations.delete(callOff)
      cancel()
    }
    cancellations.add(callOff)
    return callOff
  }
  return {
    clock: { ...clock, schedule },
    clear() {
      for (const callOff of cancellations) callOff()
    },
  }
}

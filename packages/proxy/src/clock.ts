/** The time and timers of the proxy. Tests bring their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now: () => number
  /** Milliseconds since some moment in the past. It never jumps: every duration is measured by it. */
  elapsed: () => number
  /** Runs the callback once after that time, however long, unless the returned function is called first. */
  after: (ms: number, callback: () => void) => () => void
}

/** The machine's clock. It waits as long as it is asked to: 30 days are 30 days, and `Infinity` never ends. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after: (ms, callback) => {
    let timer: ReturnType<typeof setTimeout>
    const wait = (leftMs: number): void => {
      timer =
        leftMs <= longestTimerMs
          ? setTimeout(callback, leftMs)
          : setTimeout(() => wait(leftMs - longestTimerMs), longestTimerMs)
    }
    wait(ms)
    return () => clearTimeout(timer)
  },
}

/** The longest time that a timer of the runtime can wait, 24.8 days: it fires at once for anything longer. */
const longestTimerMs = 2 ** 31 - 1

/** Runs the callback at intervals, until the returned function is called. */
export function every({ clock, ms, callback }: { clock: Clock; ms: number; callback: () => void }): () => void {
  let cancel = clock.after(ms, tick)
  function tick(): void {
    cancel = clock.after(ms, tick)
    callback()
  }
  return () => cancel()
}

/** The time and timers of the proxy. Tests bring their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now: () => number
  /** Runs the callback once after that time, unless the returned function is called first. */
  after: (ms: number, callback: () => void) => () => void
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
}

/** Runs the callback at intervals, until the returned function is called. */
export function every({ clock, ms, callback }: { clock: Clock; ms: number; callback: () => void }): () => void {
  let cancel = clock.after(ms, tick)
  function tick(): void {
    cancel = clock.after(ms, tick)
    callback()
  }
  return () => cancel()
}

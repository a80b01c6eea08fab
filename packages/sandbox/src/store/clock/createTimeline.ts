import type { ClockMode, ClockOptions } from './clockOptions.ts'

/**
 * The account's time, as a function of the machine's. Each change of mode starts a new line where the last one ended:
 *
 *     account |          / scaled
 *             |   ______/
 *             |  /  frozen
 *             | / real
 *             +-------------- machine
 */
export interface Timeline {
  /** Unix time in milliseconds. */
  now: () => number
  mode: () => ClockMode
  setMode: (mode: ClockMode) => void
  /** Speed relative to the machine's time; 0 while time stands still. */
  rate: () => number
  /** Jumps forward to a time; an earlier one changes nothing. */
  jumpTo: (time: number) => void
}

/** Creates a timeline that starts at the machine's time, or at the time it is frozen at. */
export function createTimeline(options: ClockOptions): Timeline {
  const source = typeof options === 'function' ? options : Date.now
  let mode: ClockMode = typeof options === 'function' ? { mode: 'real' } : options
  let start = toStart(source())

  function now(): number {
    return Math.floor(start.time + (source() - start.source) * toRate(mode))
  }

  /** A line starts at a pair of times: the account's and the machine's. */
  function toStart(time: number): { time: number; source: number } {
    return { time: mode.mode === 'frozen' ? (mode.at ?? time) : time, source: source() }
  }

  return {
    now,
    mode: () => mode,
    rate: () => toRate(mode),
    setMode(next) {
      const time = now()
      mode = next
      start = toStart(time)
    },
    jumpTo(time) {
      start = { time: Math.max(now(), time), source: source() }
    },
  }
}

function toRate(mode: ClockMode): number {
  if (mode.mode === 'frozen') return 0
  return mode.mode === 'scaled' ? mode.factor : 1
}

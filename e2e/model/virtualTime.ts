/** Time that passes only when a test says so, for timers and clocks of the whole process. */
export interface VirtualTime {
  /** Lets time pass: runs what is due in order, and whatever follows from it. */
  advance: (ms: number) => Promise<void>
  /** Sets the wall clock forward or back. Elapsed time is not affected. */
  jump: (ms: number) => void
  /** Elapsed milliseconds. */
  now: () => number
  /** Gives back the real timers. */
  uninstall: () => void
}

interface Waiting {
  id: number
  at: number
  callback: () => void
  everyMs: number | undefined
}

const startsAt = Date.UTC(2030, 0, 1)
const realImmediate = globalThis.setImmediate

/** Puts {@link VirtualTime} in the place of the timers and clocks of this process. */
export function installVirtualTime(): VirtualTime {
  const real = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    setInterval: globalThis.setInterval,
    clearInterval: globalThis.clearInterval,
    dateNow: Date.now,
    performanceNow: performance.now,
  }
  const waiting = new Map<number, Waiting>()
  let elapsed = 0
  let wall = startsAt
  let lastId = 0

  function add({ callback, ms, everyMs }: { callback: () => void; ms: number; everyMs?: number }): object {
    lastId += 1
    waiting.set(lastId, { id: lastId, at: elapsed + Math.max(1, Math.trunc(ms)), callback, everyMs })
    return new VirtualTimer(lastId)
  }
  const remove = (timer: unknown): void => {
    if (timer instanceof VirtualTimer) waiting.delete(timer.id)
  }

  function findNext(until: number): Waiting | undefined {
    let next: Waiting | undefined
    for (const one of waiting.values()) {
      if (one.at <= until && (!next || one.at < next.at)) next = one
    }
    return next
  }

  function passTo(at: number): void {
    wall += at - elapsed
    elapsed = at
  }

  const installed = {
    setTimeout: (callback: () => void, ms = 0) => add({ callback, ms }),
    clearTimeout: remove,
    setInterval: (callback: () => void, ms = 0) => add({ callback, ms, everyMs: Math.max(1, ms) }),
    clearInterval: remove,
  }
  Object.assign(globalThis, installed)
  Date.now = () => Math.floor(wall)
  performance.now = () => elapsed

  return {
    advance: async (ms) => {
      const until = elapsed + ms
      await settle()
      for (let next = findNext(until); next; next = findNext(until)) {
        passTo(Math.max(elapsed, next.at))
        if (next.everyMs === undefined) waiting.delete(next.id)
        else next.at += next.everyMs
        next.callback()
        await settle()
      }
      passTo(until)
    },
    jump: (ms) => {
      wall += ms
    },
    now: () => elapsed,
    uninstall: () => {
      const { dateNow, performanceNow, ...timers } = real
      Object.assign(globalThis, timers)
      Date.now = dateNow
      performance.now = performanceNow
    },
  }
}

/** A timer that knows the methods of Node's own. */
class VirtualTimer {
  readonly id: number
  constructor(id: number) {
    this.id = id
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
}

/** Lets promises and streams do what they can do without any time passing. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => realImmediate(resolve))
}

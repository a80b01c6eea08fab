import type { ClockMode, ClockOptions } from './clockOptions.ts'

/** The sandbox's time: everything that has an age or a deadline asks here. */
export interface Clock {
  /** Unix time in milliseconds. */
  now: () => number
  mode: () => ClockMode
  /** Changes how time passes from now on. `real` goes on from where the time is; it does not jump back. */
  setMode: (mode: ClockMode) => void
  /** Moves the time forward; what falls due on the way happens at once, each at its time. */
  advance: (ms: number) => void
  /** Runs `task` once at the given time. @returns a function that calls it off. */
  schedule: (at: number, task: () => void) => () => void
  /** Calls everything off. */
  close: () => void
}

interface Appointment {
  at: number
  task: () => void
  timer: ReturnType<typeof setTimeout> | undefined
}

/** Creates a clock, by default one that follows the machine's. */
export function createClock(options: ClockOptions = { mode: 'real' }): Clock {
  const source = typeof options === 'function' ? options : Date.now
  const appointments = new Set<Appointment>()
  let mode: ClockMode = typeof options === 'function' ? { mode: 'real' } : options
  let base = toBase({ mode, now: source(), source })
  const now = (): number => Math.floor(base.now + (source() - base.source) * base.rate)

  let made = 0

  function arm(appointment: Appointment): void {
    clearTimeout(appointment.timer)
    const delayMs = Math.max(0, appointment.at - now()) / base.rate
    if (Number.isNaN(delayMs))
      appointment.timer = setTimeout(() => keep(appointment)).unref() // Due, and time stands.
    else if (delayMs !== Number.POSITIVE_INFINITY)
      appointment.timer = setTimeout(() => keep(appointment), Math.min(delayMs, longestTimerMs)).unref()
  }

  function keep(appointment: Appointment): void {
    if (appointment.at <= now()) {
      cancel(appointment)
      appointment.task()
    } else {
      arm(appointment) // The source stood still, or the wait was longer than a timer can be.
    }
  }

  function cancel(appointment: Appointment): void {
    clearTimeout(appointment.timer)
    appointments.delete(appointment)
  }

  function moveTo(time: number): void {
    base = { ...base, now: Math.max(now(), time), source: source() }
  }

  return {
    now,
    mode: () => mode,
    setMode(wanted) {
      base = toBase({ mode: wanted, now: now(), source })
      mode = wanted
      for (const appointment of [...appointments]) arm(appointment)
    },
    advance(ms) {
      const target = now() + ms
      for (let due = findDue(appointments, target); due.length > 0; due = findDue(appointments, target)) {
        const before = made
        for (const next of due) {
          if (!appointments.has(next)) continue
          moveTo(next.at)
          keep(next)
          if (made !== before) break // What came in meanwhile may be due before the rest.
        }
      }
      moveTo(target)
      for (const appointment of [...appointments]) arm(appointment)
    },
    schedule(at, task) {
      const appointment: Appointment = { at, task, timer: undefined }
      appointments.add(appointment)
      made++
      arm(appointment)
      return () => cancel(appointment)
    },
    close() {
      for (const appointment of [...appointments]) cancel(appointment)
    },
  }
}

/** Node fires timers beyond 2^31-1 ms at once. */
const longestTimerMs = 2 ** 31 - 1

interface Base {
  now: number
  /** Reading of the source at that moment. */
  source: number
  /** Speed of time; 0 while it stands still. */
  rate: number
}

function toBase({ mode, now, source }: { mode: ClockMode; now: number; source: () => number }): Base {
  if (mode.mode === 'frozen') return { now: mode.at ?? now, source: source(), rate: 0 }
  return { now, source: source(), rate: mode.mode === 'scaled' ? mode.factor : 1 }
}

function findDue(appointments: Set<Appointment>, until: number): Appointment[] {
  return [...appointments].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
}

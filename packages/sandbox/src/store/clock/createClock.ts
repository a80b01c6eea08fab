import { createSubscribers } from '../subscribers/createSubscribers.ts'
import type { ClockMode, ClockOptions } from './clockOptions.ts'
import { createTaskList, type Task } from './createTaskList.ts'
import { createTimeline } from './createTimeline.ts'
import { startTimer, type Timer } from './timers.ts'

/** An account's clock: every age and deadline of the account follows it. */
export interface Clock {
  /** Unix time in milliseconds. */
  now: () => number
  mode: () => ClockMode
  /** Changes the speed of time. `real` continues from the current time; it does not jump back. */
  setMode: (mode: ClockMode) => void
  /** Moves time forward. Tasks that become due on the way run at once, each at its own time. */
  advance: (ms: number) => void
  /** Runs a task once at the given time. @returns a function that cancels it */
  schedule: (at: number, run: () => void) => () => void
  /** Subscribes to jumps of time and changes of its speed. @returns a function that ends it */
  subscribe: (listener: () => void) => () => void
  /** Cancels all tasks. */
  close: () => void
}

interface TimedTask extends Task {
  timer: Timer | undefined
}

/** Creates a clock, by default one that follows the machine's. */
export function createClock(options: ClockOptions = { mode: 'real' }): Clock {
  const { now, mode, rate, setMode, jumpTo } = createTimeline(options)
  const tasks = createTaskList<TimedTask>()
  const { notify, subscribe } = createSubscribers()

  /** Sets the timer of a task. A task in the future of a frozen clock has none. */
  function setTimer(task: TimedTask): void {
    clearTimeout(task.timer)
    const waitMs = Math.max(0, task.at - now())
    if (waitMs > 0 && rate() === 0) return
    const delayMs = waitMs === 0 ? 0 : waitMs / rate()
    task.timer = startTimer(() => runIfDue(task), delayMs).unref()
  }

  /** A timer may fire early: the source may stand still, and a wait may be longer than the longest timer. */
  function runIfDue(task: TimedTask): void {
    if (task.at <= now()) runNow(task)
    else setTimer(task)
  }

  function runNow(task: TimedTask): void {
    cancel(task)
    task.run()
  }

  function cancel(task: TimedTask): void {
    clearTimeout(task.timer)
    tasks.remove(task)
  }

  function resetTimers(): void {
    for (const task of tasks.list()) setTimer(task)
  }

  return {
    now,
    mode,
    setMode(next) {
      setMode(next)
      resetTimers()
      notify()
    },
    advance(ms) {
      const target = now() + ms
      for (let next = tasks.first(); next && next.at <= target; next = tasks.first()) {
        jumpTo(next.at)
        runNow(next) // It may schedule others that are due before the target.
      }
      jumpTo(target)
      resetTimers()
      notify()
    },
    schedule(at, run) {
      const task: TimedTask = { at, run, timer: undefined }
      tasks.add(task)
      setTimer(task)
      return () => cancel(task)
    },
    subscribe,
    close() {
      for (const task of tasks.list()) cancel(task)
    },
  }
}

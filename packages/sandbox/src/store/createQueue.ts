/** Runs tasks one after another, in the order in which they came. */
export interface Queue {
  /** @returns what the task comes to. After {@link Queue.close} it is left out. */
  add: (task: () => Promise<void>) => Promise<void>
  /** Leaves out what has not begun, and waits for the task under way. */
  close: () => Promise<void>
}

/** Creates a queue. A task that fails fails alone. */
export function createQueue(): Queue {
  let last = Promise.resolve()
  let closed = false
  return {
    add(task) {
      const result = last.then(() => (closed ? undefined : task()))
      last = result.catch(() => undefined) // Whoever added the task is told; the next one runs all the same.
      return result
    },
    close() {
      closed = true
      return last
    },
  }
}

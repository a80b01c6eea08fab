/** Runs tasks one after another, in the order in which they were added. */
export interface Queue {
  /** @returns a promise that settles with the task. After {@link Queue.close} the task is skipped. */
  add: (task: () => Promise<void>) => Promise<void>
  /** Skips the tasks that have not started, and waits for the running one. */
  close: () => Promise<void>
}

/** Creates a queue. A failed task does not stop the others. */
export function createQueue(): Queue {
  let last = Promise.resolve()
  let closed = false
  return {
    add(task) {
      const result = last.then(() => (closed ? undefined : task()))
      last = result.catch(() => undefined) // The caller gets the error; the next task runs anyway.
      return result
    },
    close() {
      closed = true
      return last
    },
  }
}

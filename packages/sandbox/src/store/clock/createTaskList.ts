/** A task and its time, in Unix milliseconds. */
export interface Task {
  at: number
  run: () => void
}

/** Tasks in the order of their times; those of the same time in the order in which they were added. */
export interface TaskList<Item extends Task> {
  add: (task: Item) => void
  /** @returns false for a task that is not in the list */
  remove: (task: Item) => boolean
  /** The task with the earliest time. */
  first: () => Item | undefined
  list: () => Item[]
}

/** Creates an empty list. */
export function createTaskList<Item extends Task>(): TaskList<Item> {
  const tasks: Item[] = []

  /** Position of the first task later than a time. */
  function findEnd(at: number): number {
    let from = 0
    let to = tasks.length
    while (from < to) {
      const middle = (from + to) >> 1
      if ((tasks[middle]?.at ?? 0) <= at) from = middle + 1
      else to = middle
    }
    return from
  }

  return {
    add: (task) => void tasks.splice(findEnd(task.at), 0, task),
    remove(task) {
      const index = tasks.lastIndexOf(task, findEnd(task.at))
      if (index >= 0) tasks.splice(index, 1)
      return index >= 0
    },
    first: () => tasks[0],
    list: () => [...tasks],
  }
}

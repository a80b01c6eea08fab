/** Groups of tasks by their due time, from the most urgent. */
export const dueGroups = ['overdue', 'today', 'later', 'undated'] as const

/** One of {@link dueGroups}. */
export type DueGroup = (typeof dueGroups)[number]

/** Tells whether a task is overdue, due today or later, by the days of the browser's time zone. */
export function toDueGroup({ dueAt, now }: { dueAt: number | null; now: number }): DueGroup {
  if (dueAt === null) return 'undated'
  const day = new Date(now)
  const start = new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime()
  const end = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime()
  if (dueAt < start) return 'overdue'
  return dueAt < end ? 'today' : 'later'
}

/** The end of the working day that was chosen, in the browser's time zone; null without a day. */
export function toDueAt(day: string): number | null {
  return day ? new Date(`${day}T18:00`).getTime() : null
}

/** The day of a time in the browser's time zone, as a date field has it; empty without a time. */
export function toDay(dueAt: number | null): string {
  if (dueAt === null) return ''
  const date = new Date(dueAt)
  return [String(date.getFullYear()).padStart(4, '0'), two(date.getMonth() + 1), two(date.getDate())].join('-')
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

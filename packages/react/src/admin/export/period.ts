/** A period of whole days by the user's clock, as times for the proxy; or what is wrong with it. */
export type Period = { from: string; to: string } | { problem: 'exportPeriodMissing' | 'exportPeriodWrong' }

/** Reads the days of two date fields, e.g. `2026-01-31`; the last day counts as a whole. */
export function toPeriod({ from, to }: { from: string; to: string }): Period {
  const start = toStart(from, 0)
  const end = toStart(to, 1)
  if (!start || !end) return { problem: 'exportPeriodMissing' }
  if (start >= end) return { problem: 'exportPeriodWrong' }
  return { from: start.toISOString(), to: new Date(end.getTime() - 1).toISOString() }
}

/** The beginning of a local day, some days later; not every day has 24 hours. */
function toStart(day: string, later: number): Date | undefined {
  const [year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)?.slice(1).map(Number) ?? []
  if (year === undefined || month === undefined || date === undefined) return undefined
  return new Date(year, month - 1, date + later)
}

/** Periods that are often wanted, as days for the two fields. */
export const shortcuts = {
  lastDays: (today: Date): Days => toDays(addDays(today, 1 - lastDays), today),
  thisMonth: (today: Date): Days => toDays(new Date(today.getFullYear(), today.getMonth(), 1), today),
  lastMonth: (today: Date): Days =>
    toDays(new Date(today.getFullYear(), today.getMonth() - 1, 1), new Date(today.getFullYear(), today.getMonth(), 0)),
}

/** Days of the shortcut `lastDays`, today included. */
export const lastDays = 7

/** Values of the two fields. */
export interface Days {
  from: string
  to: string
}

function addDays(day: Date, count: number): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + count)
}

function toDays(from: Date, to: Date): Days {
  return { from: toDay(from), to: toDay(to) }
}

function toDay(day: Date): string {
  const pad = (part: number): string => String(part).padStart(2, '0')
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`
}

import { quarterMs } from './readCounts.ts'

/** A day of a period, or the part of it that is in the period. Unix times in milliseconds. */
export interface Day {
  /** E.g. `2026-03-29`. */
  day: string
  from: number
  /** Not in the day. */
  to: number
}

/** Lists the days of a period in a time zone, e.g. `Europe/Lisbon`. @throws {RangeError} for an unknown time zone */
export function listDays({ from, to, timeZone }: { from: number; to: number; timeZone: string }): Day[] {
  const { format } = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const days: Day[] = []
  for (let at = from; at < to; at = (Math.floor(at / quarterMs) + 1) * quarterMs) {
    const day = format(at)
    const last = days.at(-1)
    if (last?.day === day) continue
    if (last) last.to = at
    days.push({ day, from: at, to })
  }
  return days
}

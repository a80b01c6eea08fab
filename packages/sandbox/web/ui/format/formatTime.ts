const dayMs = 24 * 60 * 60 * 1000
const language = 'en-GB' // The page is in English, whatever the browser's language.

const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' })
const seconds = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const weekday = new Intl.DateTimeFormat(language, { weekday: 'short' })
const shortDate = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' })
const longDate = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' })
const fullDate = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' })

/** Formats the time of day, e.g. `14:05`. */
export function formatTime(at: number): string {
  return time.format(at)
}

/** Formats the time of day to the second, e.g. `14:05:09`. */
export function formatSeconds(at: number): string {
  return seconds.format(at)
}

/** Formats a time for a list: the time today, then `Yesterday`, the weekday, the date. */
export function formatRecent(at: number, now: number): string {
  const days = daysBetween(at, now)
  if (days <= 0) return formatTime(at)
  if (days === 1) return 'Yesterday'
  return days < 7 ? weekday.format(at) : shortDate.format(at)
}

/** Formats a day for a separator: `Today`, `Yesterday`, or the date. */
export function formatDay(at: number, now: number): string {
  const days = daysBetween(at, now)
  if (days === 0) return 'Today'
  if (days === 1) return 'Yesterday'
  return days > 1 && days < 180 ? longDate.format(at) : fullDate.format(at)
}

/** Returns true if two times fall on the same local day. */
function isSameDay(a: number, b: number): boolean {
  return startOfDay(a) === startOfDay(b)
}

function daysBetween(at: number, now: number): number {
  return Math.round((startOfDay(now) - startOfDay(at)) / dayMs) // Rounded, because some days have 23 or 25 hours.
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}

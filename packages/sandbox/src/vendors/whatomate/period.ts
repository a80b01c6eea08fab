import type { Period } from './counts.ts'

const dayMs = 24 * 60 * 60 * 1000

/** The days from one date to another, both included; without them this month. @returns nothing for an invalid date */
export function readPeriod({
  from,
  to,
  now,
}: {
  from?: string | undefined
  to?: string | undefined
  now: number
}): Period | undefined {
  if (!from || !to) {
    const today = new Date(now)
    return { from: Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 1), to: now }
  }
  const [start, end] = [from, to].map(readDay)
  return start === undefined || end === undefined ? undefined : { from: start, to: end + dayMs - 1 }
}

function readDay(text: string): number | undefined {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return Number.isNaN(day) ? undefined : day
}

/** The period before, of the same length. */
export function toPrevious({ from, to }: Period): Period {
  return { from: from - (to - from) - 1, to: from - 1 }
}

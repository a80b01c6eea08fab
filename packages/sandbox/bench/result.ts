/** One measurement, and what it must not be beyond. */
export interface Result {
  name: string
  value: number
  unit: string
  limit: number
  /** True for the largest value allowed, false for the smallest. */
  atMost: boolean
}

/** Returns true if a measurement is within its limit. */
export function isWithin({ value, limit, atMost }: Result): boolean {
  return atMost ? value <= limit : value >= limit
}

/** A measurement as a line to read. */
export function toLine(result: Result): string {
  const { name, value, unit, limit, atMost } = result
  const verdict = isWithin(result) ? 'ok  ' : 'FAIL'
  return `${verdict}  ${name.padEnd(58)} ${value.toFixed(2).padStart(9)} ${unit.padEnd(6)} (at ${atMost ? 'most' : 'least'} ${limit})`
}

import { parseTime } from '../parseTime.ts'

/** A vendor's time as ISO 8601; `undefined` for what {@link parseTime} does not read. */
export function toIsoTime(value: unknown): string | undefined {
  const time = parseTime(value)
  return time === undefined ? undefined : new Date(time).toISOString()
}

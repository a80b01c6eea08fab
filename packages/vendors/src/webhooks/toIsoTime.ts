/** A time as ISO 8601: of unix milliseconds, or of text that holds a date. */
export function toIsoTime(value: number | string | undefined | null): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  const time = new Date(typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value)
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString()
}

/**
 * Reads a vendor's time as Unix milliseconds: ISO 8601, an HTTP date, or a Unix time in seconds or milliseconds, as a number
 * or text. A time without a zone is UTC, whatever the zone of the server. `undefined` for anything else, and for times
 * before March 1973: those are zeros, flags and counters.
 */
export function parseTime(value: unknown): number | undefined {
  const time = readTime(value)
  return time !== undefined && time >= firstMilliseconds && time < firstMilliseconds * 1_000 ? time : undefined
}

/** The first number that counts milliseconds: March 1973, and as seconds the year 5138. */
const firstMilliseconds = 100_000_000_000

function readTime(value: unknown): number | undefined {
  if (typeof value === 'number') return toMilliseconds(value)
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  if (/^\d+(\.\d+)?$/.test(text)) return toMilliseconds(Number(text))
  return parseIsoTime(text) ?? parseHttpDate(text)
}

function toMilliseconds(value: number): number {
  return Math.trunc(value < firstMilliseconds ? value * 1_000 : value)
}

const isoTime =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)? ?(?:[Zz]|([+-])(\d\d):?(\d\d)?)?$/

function parseIsoTime(text: string): number | undefined {
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', ...offset] =
    isoTime.exec(text) ?? []
  if (year === undefined) return undefined
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3)
  // With a zone, parsing does not depend on the server's.
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}Z`)
  return Number.isNaN(time) || !isDay(time, day) ? undefined : time - toOffset(offset)
}

/** Rules out the 31st of November, which runtimes read as the 1st of December. */
function isDay(time: number, day: string | undefined): boolean {
  return new Date(time).getUTCDate() === Number(day) || new Date(time - 1).getUTCDate() === Number(day) // 24:00
}

function toOffset([sign, hours = '0', minutes = '0']: (string | undefined)[]): number {
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}

const httpDate = /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)?( (?:GMT|UTC|[+-]\d{4}))?$/

function parseHttpDate(text: string): number | undefined {
  const match = httpDate.exec(text)
  if (!match) return undefined
  const time = Date.parse(match[1] === undefined ? `${text} GMT` : text)
  return Number.isNaN(time) ? undefined : time
}

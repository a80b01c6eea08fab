/** Formats values in one language. */
export interface Formats {
  number: (value: number) => string
  /** A sum of money from hundredths, e.g. `€8,640`; with cents only where there are any. */
  money: (amount: { amountCents: number; currency: string }) => string
  /** E.g. `12 Mar 2026`. */
  date: (time: number) => string
  /** E.g. `12 Mar`. */
  day: (time: number) => string
  /** E.g. `12 Mar, 14:05`. */
  dateTime: (time: number) => string
  /** E.g. `14:05:09`. */
  clock: (time: number) => string
  /** E.g. `2 hours ago`, `in 3 days`. */
  relative: (time: number, now?: number) => string
  /** A length of time in its largest unit, e.g. `5 min`. */
  duration: (ms: number) => string
  /** A share from 0 to 1, e.g. `40%`. */
  percent: (share: number) => string
}

/** Creates the formats of a language. */
export function createFormats(lang: string): Formats {
  const numbers = new Intl.NumberFormat(lang)
  const percents = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 0 })
  const dates = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', year: 'numeric' })
  const days = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short' })
  const dateTimes = new Intl.DateTimeFormat(lang, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  const clocks = new Intl.DateTimeFormat(lang, { timeStyle: 'medium' })
  const relatives = new Intl.RelativeTimeFormat(lang, { numeric: 'auto', style: 'short' })
  return {
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
    money: ({ amountCents, currency }) =>
      new Intl.NumberFormat(lang, {
        style: 'currency',
        currency,
        minimumFractionDigits: amountCents % 100 === 0 ? 0 : 2,
        maximumFractionDigits: amountCents % 100 === 0 ? 0 : 2,
      }).format(amountCents / 100),
    date: (time) => dates.format(time),
    clock: (time) => clocks.format(time),
    day: (time) => days.format(time),
    dateTime: (time) => dateTimes.format(time),
    relative(time, now = Date.now()) {
      const { unit, value } = toUnit(time - now)
      return relatives.format(value, unit)
    },
    duration(ms) {
      const { unit, value } = toUnit(ms)
      return new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'short' }).format(Math.max(0, value))
    },
  }
}

const units = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const

function toUnit(ms: number): { unit: 'day' | 'hour' | 'minute'; value: number } {
  const { unit, ms: size } = units.find((each) => Math.abs(ms) >= each.ms) ?? units[2]
  return { unit, value: Math.trunc(ms / size) }
}

import { type Format, toFormat } from './toFormat.ts'

/** Stand-ins for personal texts: the same text has the same one everywhere, and no other text has it. */
export interface Replacements {
  /** A stand-in of the same form. */
  text: (text: string) => string
  /** A stand-in of as many digits. The text of the number has the same one. */
  number: (value: number) => number
  /** A stand-in for the name of a field. */
  key: (name: string) => string
}

/** Stand-ins that are kept in memory. Later texts share one stand-in for each form. */
const maxReplacements = 100_000

/** Creates stand-ins for one recording or report. */
export function createReplacements(): Replacements {
  const known = new Map<string, string>()
  const counts = new Map<string, number>()

  function replace(text: string, { space, create }: { space: string; create: (count: number) => string }): string {
    const id = `${space}\0${text}`
    const before = known.get(id)
    if (before !== undefined) return before
    if (known.size >= maxReplacements) return create(0)
    const count = (counts.get(space) ?? 0) + 1
    counts.set(space, count)
    const created = create(count)
    known.set(id, created)
    return created
  }

  const digits = (text: string): string =>
    replace(text, { space: `digits ${text.length}`, create: (count) => toDigits({ count, length: text.length }) })

  return {
    text(text) {
      const format = toFormat(text)
      const sign = /^[+*]+/.exec(text)?.[0] ?? ''
      if (format === 'digits' || format === '+digits' || format === 'masked digits')
        return sign + (text.length > sign.length ? digits(text.slice(sign.length)) : '')
      return replace(text, { space: format, create: (count) => creators[format]({ count, text }) })
    },
    number(value) {
      if (isMilliseconds(value))
        return Number(replace(String(value), { space: 'milliseconds', create: toMilliseconds }))
      const whole = String(Math.trunc(Math.abs(value)))
      const stand = Number(/^\d+$/.test(whole) ? digits(whole) : digits('1'))
      return Math.sign(value) * (Number.isInteger(value) ? stand : stand + 0.5) || 0
    },
    key: (name) => replace(name, { space: 'key', create: (count) => `field_${count}` }),
  }
}

/** Milliseconds of a time between the years 2001 and 2100. */
function isMilliseconds(value: number): boolean {
  return Number.isInteger(value) && value > 978_307_200_000 && value < 4_102_444_800_000
}

const firstTimeMs = Date.UTC(2026, 0, 1)

function toMilliseconds(count: number): string {
  return String(firstTimeMs + count * 1_000)
}

/** The `count`-th number of this length: ids of one letter, and of eleven, each have their own row. */
function toDigits({ count, length }: { count: number; length: number }): string {
  const places = Math.min(length, 15)
  const first = places === 1 ? 0 : 10 ** (places - 1)
  return String((first + count) % 10 ** places)
    .padStart(places, '0')
    .padEnd(length, '0')
}

const creators: Record<Format, (parts: { count: number; text: string }) => string> = {
  empty: () => '',
  uuid: ({ count }) => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
  hex: ({ count, text }) => `f${count.toString(16).padStart(text.length - 1, '0')}`,
  time: ({ count, text }) => {
    const [day = '', time = ''] = new Date(firstTimeMs + count * 1_000).toISOString().split('T')
    const [, seconds = '', zone = ''] = /(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/.exec(text) ?? []
    const fraction = seconds.includes('.') ? `.${'0'.repeat(seconds.length - 4)}` : ''
    return `${day}${text.includes('T') ? 'T' : ' '}${time.slice(0, seconds ? 8 : 5)}${fraction}${zone}`
  },
  date: ({ count }) => new Date(firstTimeMs + count * 86_400_000).toISOString().slice(0, 10),
  data: ({ text, count }) => `${/^data:[\w/+.-]*(;base64)?,?/.exec(text)?.[0] ?? 'data:,'}${count}`,
  link: ({ count, text }) => `${/^wss?:/i.test(text) ? 'wss' : 'https'}://redacted.example/${count}`,
  digits: ({ count, text }) => toDigits({ count, length: text.length }),
  '+digits': ({ count, text }) => toDigits({ count, length: text.length }),
  'masked digits': ({ count, text }) => toDigits({ count, length: text.length }),
  email: ({ count }) => `person${count}@redacted.example`,
  path: ({ count }) => `/path-${count}`,
  'relative path': ({ count }) => `path/${count}`,
  token: ({ count }) => `0-token-${String(count).padStart(8, '0')}`,
  word: ({ count }) => `word_${toLetters(count)}`,
  text: ({ count }) => `Text ${count}.`,
}

/** 1 → `a`, 27 → `aa`: a word without digits. */
function toLetters(count: number): string {
  return count <= 0 ? '' : toLetters(Math.floor((count - 1) / 26)) + String.fromCharCode(97 + ((count - 1) % 26))
}

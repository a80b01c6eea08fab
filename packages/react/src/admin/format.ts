import type { AdminWords, CountPhrase } from '@crm-chat/core/admin'

type Lang = Pick<AdminWords, 'lang'>

/** Puts values into a phrase: `{name}` is replaced by the value of that name. */
export function fill(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}

/** Formats a day, e.g. `31 Jan 2026`. */
export function formatDay(at: string, { lang }: Lang): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'medium' }).format(new Date(at))
}

/** Formats a day and the time of day. */
export function formatTime(at: string, { lang }: Lang): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))
}

/** Formats a file size, e.g. `312 kB`. */
export function formatSize(bytes: number, { lang }: Lang): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.ceil(bytes / 1_000), 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  return new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value)
}

/** Chooses the form of a phrase for a number, and puts the number into it. */
export function fillCount(phrase: CountPhrase, count: number, { lang }: Lang): string {
  const form = phrase[new Intl.PluralRules(lang).select(count)] ?? phrase.other
  return fill(form, { count: formatCount(count, { lang }) })
}

/** Formats a number, e.g. `1,204`. */
export function formatCount(count: number, { lang }: Lang): string {
  return new Intl.NumberFormat(lang).format(count)
}

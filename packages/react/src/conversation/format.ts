import type {
  ConversationMessage,
  ConversationWords,
  CountPhrase,
  FailureReason,
  ProblemReason,
} from '@crm-chat/core/conversation'
import { isolate } from './isolate.ts'

const dayMs = 24 * 60 * 60 * 1000

/** Puts values into a phrase: `{name}` is replaced by the value of that name. */
export function fill(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}

/** Chooses the form of a phrase for a number, and puts the number into it. */
export function fillCount(phrase: CountPhrase, count: number, { lang }: Pick<ConversationWords, 'lang'>): string {
  const form = phrase[new Intl.PluralRules(lang).select(count)] ?? phrase.other
  return fill(form, { count: new Intl.NumberFormat(lang).format(count) })
}

/** Formats the time of day, e.g. `14:05`, in one piece. */
export function formatTime(at: number, { lang }: Pick<ConversationWords, 'lang'>): string {
  return dates(lang, { hour: '2-digit', minute: '2-digit' }).format(at).replaceAll(' ', '\u00a0')
}

/** Formats a moment: the time of today, e.g. `14:05`, else with its day. */
export function formatMoment(at: number, now: number, words: Pick<ConversationWords, 'lang'>): string {
  if (isSameDay(at, now)) return formatTime(at, words)
  return dates(words.lang, { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }).format(at)
}

/** Formats a day for a separator: today, yesterday, or the date. */
export function formatDay(at: number, now: number, { lang, today, yesterday }: ConversationWords): string {
  const days = daysBetween(at, now)
  if (days === 0) return today
  if (days === 1) return yesterday
  const isRecent = days > 1 && days < 180
  return dates(lang, {
    day: 'numeric',
    month: 'long',
    ...(isRecent ? { weekday: 'long' } : { year: 'numeric' }),
  }).format(at)
}

/** Returns true if two times fall on the same local day. */
export function isSameDay(a: number, b: number): boolean {
  return startOfDay(a) === startOfDay(b)
}

/** Formats a period, e.g. `24 hours` or `7 days`. */
export function formatPeriod(ms: number, { lang }: Pick<ConversationWords, 'lang'>): string {
  const hours = ms / 3_600_000
  const [value, unit] = hours > 48 ? [hours / 24, 'day'] : [hours, 'hour']
  return new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 }).format(
    value,
  )
}

/** Formats a playback time, e.g. `1:07`. */
export function formatDuration(seconds: number): string {
  const whole = Math.floor(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** Formats a file size, e.g. `312 kB`. */
export function formatSize(bytes: number, { lang }: Pick<ConversationWords, 'lang'>): string {
  const [value, unit, digits] =
    bytes < 1_000
      ? [Math.ceil(bytes), 'byte', 0]
      : bytes < 1_000_000
        ? [bytes / 1_000, 'kilobyte', 0]
        : [bytes / 1_000_000, 'megabyte', 1]
  return new Intl.NumberFormat(lang, {
    style: 'unit',
    unit: String(unit),
    maximumFractionDigits: Number(digits),
  }).format(Number(value))
}

/** Describes a message in one line. */
export function describeMessage(
  { text, file, isDeleted, type }: Pick<ConversationMessage, 'text' | 'file' | 'isDeleted' | 'type'>,
  words: ConversationWords,
): string {
  if (isDeleted) return words.deleted
  if (text) return text
  if (file) return file.name
  return nameKind(type, words)
}

/** Names the kind of a message that has nothing to show. */
export function nameKind(type: string, words: ConversationWords): string {
  const names: Partial<Record<string, string>> = {
    contact: words.contact,
    location: words.location,
    missedCall: words.missedCall,
    template: words.fromTemplate,
    interactive: words.interactive,
    system: words.system,
    image: words.image,
    video: words.video,
    audio: words.audio,
    document: words.document,
  }
  return (Object.hasOwn(names, type) && names[type]) || words.unsupported
}

/** Explains a failed request, in the language of the words where they know its code. */
export function explain({ reason, code, detail }: Explained, words: ConversationWords): string {
  const { errors } = words
  return [(code && errors[code]) || isolate(reason, words), isolate(detail, words)].filter(Boolean).join(' ')
}

/** A failure as the state has it. */
type Explained = { [Name in keyof FailureReason]?: string | null | undefined }

/** Explains why an action failed. */
export function describeProblem(reason: ProblemReason, words: ConversationWords): string {
  if ('reason' in reason) return explain(reason, words)
  return reason.name === 'largeFile'
    ? fill(words.largeFile, { size: formatSize(reason.bytes, words) })
    : words[reason.name]
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Formats are slow to make, and few. */
function dates(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${Object.entries(options)}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(lang, options)
  formats.set(key, format)
  return format
}

function daysBetween(at: number, now: number): number {
  return Math.round((startOfDay(now) - startOfDay(at)) / dayMs) // Rounded, because some days have 23 or 25 hours.
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}

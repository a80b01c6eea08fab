import { createFinder, type Finder } from './createFinder.ts'
import { isRecord } from './isRecord.ts'

export { createKey, type Key, type KeyOption } from './createKey.ts'

/** Removes secrets from a vendor's texts. */
export interface Redactor {
  text: (text: string) => string
  /** The same for every string within a parsed body. */
  value: (value: unknown) => unknown
  /** Returns an error with the same text, and nothing else. */
  error: (error: unknown) => Error | undefined
}

/** Removes the given secrets, in each form they travel in, and what follows the path of any link. */
export function createRedactor(secrets: () => string[]): Redactor {
  const withoutSecrets = createSecretRedactor(secrets)
  const text = (original: string): string => withoutSecrets(original).replace(link, '[link]')
  const value = (original: unknown, depth = 0): unknown => {
    if (typeof original === 'string') return text(original)
    if (depth > 20) return undefined
    if (Array.isArray(original)) return original.map((item) => value(item, depth + 1))
    if (!isRecord(original)) return original
    const entries = Object.entries(original).filter(([key]) => key !== '__proto__')
    return Object.fromEntries(entries.map(([key, item]) => [text(key), value(item, depth + 1)]))
  }
  const error = (original: unknown): Error | undefined => {
    if (!(original instanceof Error)) return undefined
    const clean = new Error(text(original.message), { cause: error(original.cause) })
    return Object.assign(clean, { stack: undefined }, 'code' in original ? { code: text(String(original.code)) } : {})
  }
  return { text, value: (original) => value(original), error }
}

/** Links to chats windows and files are credentials themselves. */
const link = /\bhttps?:\/\/[^\s"'<>]+/g

const mark = '[redacted]'

/**
 * Returns a function that takes secrets out of a text, in every encoding they travel in. A text that still holds one
 * once case and punctuation are left aside is replaced as a whole: error codes are rewritten on their way.
 * @example
 * const redact = createSecretRedactor(() => [apiKey])
 * log(redact(error.message))
 */
export function createSecretRedactor(secrets: () => string[]): (text: string) => string {
  const finders = new Map<string, Finder>()
  function toFinder(secret: string): Finder {
    const known = finders.get(secret)
    if (known) return known
    if (finders.size >= maxFinders) finders.clear() // Tokens change.
    const finder = createFinder(secret)
    finders.set(secret, finder)
    return finder
  }
  return (text) => {
    const present = secrets().filter(Boolean).map(toFinder)
    const { cleaned, rest } = cut({ text, finders: present })
    return present.some((finder) => finder.isRewrittenIn(rest) || finder.isEscapedIn(rest)) ? mark : cleaned
  }
}

const maxFinders = 16

/** Replaces each place that holds a secret. `rest` is what stays. */
function cut({ text, finders }: { text: string; finders: Finder[] }): { cleaned: string; rest: string } {
  const parts: string[] = []
  let from = 0
  for (let index = 0; index < text.length; index += 1) {
    let length = 0
    for (const finder of finders) length = Math.max(length, finder.lengthAt(text, index))
    if (length === 0) continue
    parts.push(text.slice(from, index))
    from = index + length
    index = from - 1
  }
  if (parts.length === 0) return { cleaned: text, rest: text }
  parts.push(text.slice(from))
  return { cleaned: parts.join(mark), rest: parts.join(' ') }
}

import { isRecord } from './isRecord.ts'
import { toEncodings } from './toEncodings.ts'

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
  return (text) => {
    const present = secrets().filter(Boolean)
    const encodings = present.flatMap(toEncodings).sort((a, b) => b.length - a.length)
    const cleaned = encodings.reduce((rest, encoding) => rest.replaceAll(encoding, mark), text)
    const rest = toBare(cleaned.replaceAll(mark, ' '))
    return present.some((secret) => isRewritten({ secret, rest })) ? mark : cleaned
  }
}

/** A short secret would be found in ordinary words once the spaces between them are gone. */
function isRewritten({ secret, rest }: { secret: string; rest: string }): boolean {
  const bare = toBare(secret)
  return bare.length >= 8 && rest.includes(bare)
}

function toBare(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '')
}

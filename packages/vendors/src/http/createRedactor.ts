import { isRecord } from './isRecord.ts'

/** Takes what must not be read out of a vendor's words. */
export interface Redactor {
  text: (text: string) => string
  /** The same for every string within a parsed body. */
  value: (value: unknown) => unknown
  /** An error that says the same, and holds nothing else. */
  error: (error: unknown) => Error | undefined
}

/** Removes the given secrets, in each form they travel in, and what follows the path of any link. */
export function createRedactor(secrets: () => string[]): Redactor {
  const text = (original: string): string => {
    const forms = secrets().filter(Boolean).flatMap(toForms)
    return forms.reduce((rest, form) => rest.replaceAll(form, '[redacted]'), original).replace(link, '[link]')
  }
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

function toForms(secret: string): string[] {
  return [secret, encodeURIComponent(secret), btoa(secret)]
}

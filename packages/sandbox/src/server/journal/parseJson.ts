/** The longest text that the journal keeps. */
const maxLength = 64_000

/** Reads JSON; what is none, or is too long to keep, stays text. */
export function parseJson(text: string): unknown {
  if (text.length > maxLength) return `${text.slice(0, maxLength)}…`
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Length of the longest text that the journal keeps whole. */
const maxLength = 64_000

/** Parses JSON. Invalid JSON stays text; long text is cut. */
export function parseJson(text: string): unknown {
  if (text.length > maxLength) return `${text.slice(0, maxLength)}…`
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

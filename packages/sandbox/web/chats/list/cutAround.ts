/** How many letters stay before what was found. */
const before = 30
const longest = 160

/** The part of a text in which something was found, short enough for a list. */
export function cutAround(text: string, query: string): string {
  const found = text.toLowerCase().indexOf(query.toLowerCase())
  const start = found > before ? found - before : 0
  const part = text.slice(start, start + longest)
  return `${start > 0 ? '…' : ''}${part}${start + longest < text.length ? '…' : ''}`
}

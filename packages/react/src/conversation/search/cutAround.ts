const longestExcerpt = 160
const lettersBeforeMatch = 30

/** Shortens a text to the part around the match of a search. */
export function cutAround(text: string, query: string): string {
  const found = text.toLowerCase().indexOf(query.toLowerCase())
  const start = found > lettersBeforeMatch ? found - lettersBeforeMatch : 0
  const end = start + longestExcerpt
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`
}

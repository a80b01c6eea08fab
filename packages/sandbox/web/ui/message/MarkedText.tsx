/** A text in which what was looked for is marked. */
export function MarkedText({ text, query }: { text: string; query: string }) {
  return splitMatches(text, query).map(({ at, part, isMatch }) =>
    isMatch ? (
      <mark key={at} className="rounded-sm bg-mark text-mark-ink">
        {part}
      </mark>
    ) : (
      part
    ),
  )
}

interface Part {
  at: number
  part: string
  isMatch: boolean
}

/** Cuts a text before and after each match, whatever the capitals. */
function splitMatches(text: string, query: string): Part[] {
  const wanted = query.trim()
  if (wanted === '') return [{ at: 0, part: text, isMatch: false }]
  const pattern = new RegExp(`(${wanted.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')})`, 'giu')
  let at = 0
  return text.split(pattern).map((part, index) => {
    const found = { at, part, isMatch: index % 2 === 1 }
    at += part.length
    return found
  })
}

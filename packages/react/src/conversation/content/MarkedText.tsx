import type { ReactNode } from 'react'

/** A text with the matches of a search highlighted. */
export function MarkedText({ text, query }: { text: string; query: string }): ReactNode {
  return splitMatches(text, query).map(({ at, part, isMatch }) =>
    isMatch ? (
      <mark key={at} className="cc-mark">
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

/** Splits a text into matches and the parts between, ignoring case. */
function splitMatches(text: string, query: string): Part[] {
  const needle = query.trim()
  if (needle === '') return [{ at: 0, part: text, isMatch: false }]
  const pattern = new RegExp(`(${needle.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')})`, 'giu')
  let at = 0
  return text.split(pattern).map((part, index) => {
    const found = { at, part, isMatch: index % 2 === 1 }
    at += part.length
    return found
  })
}

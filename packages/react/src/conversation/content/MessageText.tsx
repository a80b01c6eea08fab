import type { ReactNode } from 'react'
import { MarkedText } from './MarkedText.tsx'

/** A message's text with line breaks, links and its own writing direction. A few emoji alone are shown large. */
export function MessageText({ text, query = '' }: { text: string; query?: string }): ReactNode {
  return (
    <p dir="auto" className="cc-text" data-large={isFewEmoji(text) || undefined}>
      {splitLinks(text).map(({ at, part, isLink }) =>
        isLink ? (
          <a key={at} href={part} target="_blank" rel="noopener noreferrer" className="cc-link">
            <MarkedText text={part} query={query} />
          </a>
        ) : (
          <MarkedText key={at} text={part} query={query} />
        ),
      )}
    </p>
  )
}

function splitLinks(text: string): { at: number; part: string; isLink: boolean }[] {
  const parts = text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
  let at = 0
  return parts.map((part, index) => {
    at += part.length
    return { at, part, isLink: index % 2 === 1 }
  })
}

const mostEmoji = 5

function isFewEmoji(text: string): boolean {
  if (text.length > 60 || !/^\p{Extended_Pictographic}/u.test(text)) return false
  const parts = [...new Intl.Segmenter().segment(text)]
    .map(({ segment }) => segment)
    .filter((part) => part.trim() !== '')
  return parts.length <= mostEmoji && parts.every((part) => /^\p{Extended_Pictographic}/u.test(part))
}

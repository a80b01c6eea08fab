import { MarkedText } from './MarkedText.tsx'

/** A message's text with line breaks, links and its own writing direction. A few emoji alone are shown large. */
export function MessageText({ text, query = '' }: { text: string; query?: string }) {
  return (
    <p
      dir="auto"
      className={`wrap-anywhere whitespace-pre-wrap ${isFewEmoji(text) ? 'py-0.5 text-3xl leading-10' : ''}`}
    >
      {splitLinks(text).map(({ at, part, isLink }) =>
        isLink ? (
          <a key={at} href={part} target="_blank" rel="noopener noreferrer" className="text-accent underline">
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

const letters = new Intl.Segmenter()
const mostEmoji = 5

function isFewEmoji(text: string): boolean {
  if (text.length > 60) return false
  const parts = [...letters.segment(text)].map(({ segment }) => segment).filter((part) => part.trim() !== '')
  return parts.length <= mostEmoji && parts.every((part) => /^\p{Extended_Pictographic}/u.test(part))
}

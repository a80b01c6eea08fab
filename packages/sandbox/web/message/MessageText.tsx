/** A message's text with its line breaks; web addresses in it can be followed. */
export function MessageText({ text }: { text: string }) {
  return (
    <p className="wrap-anywhere whitespace-pre-wrap">
      {splitLinks(text).map(({ at, part, isLink }) =>
        isLink ? (
          <a key={at} href={part} target="_blank" rel="noopener noreferrer" className="text-accent underline">
            {part}
          </a>
        ) : (
          part
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

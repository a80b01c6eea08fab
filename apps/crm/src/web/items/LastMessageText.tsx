import { CornerUpLeft, Paperclip } from 'lucide-react'
import type { ReactNode } from 'react'
import type { LastMessage } from '../../api/chat.ts'
import { useFormats, useWords } from '../words/speech.ts'

/** The last message of a chat in one line, with an arrow before one of the company's. */
export function LastMessageText({ message: { text, at, isFromCustomer } }: { message: LastMessage }): ReactNode {
  const words = useWords()
  const formats = useFormats()
  return (
    <span className="flex min-w-0 items-center gap-1.5 text-soft" title={formats.dateTime(at)}>
      {!isFromCustomer && <CornerUpLeft role="img" aria-label={words.waiting.you} className="size-3.5 shrink-0" />}
      {text ? (
        <bdi className="truncate">{text}</bdi>
      ) : (
        <>
          <Paperclip aria-hidden className="size-3.5 shrink-0" />
          {words.waiting.file}
        </>
      )}
    </span>
  )
}

import { FileCard } from './FileCard.tsx'
import { MessageButtons, type ShownButton } from './MessageButtons.tsx'
import { MessageText } from './MessageText.tsx'

interface MessageContentProps {
  message: {
    text: string | null
    /** Link to a file. */
    content: string | null
    /** What a template shows besides its words. */
    template: { header: string | null; footer: string | null } | null
    buttons: ShownButton[] | null
  }
  /** What was looked for, to be marked in the text. */
  query?: string
  /** Called with a button's words when it is pressed; staff only see the buttons. */
  onPress?: (text: string) => void
}

/** What a message says: header, file, text, footer and buttons, the same for staff and on the customer's phone. */
export function MessageContent({ message, query, onPress }: MessageContentProps) {
  const { text, content, template, buttons } = message
  return (
    <>
      {template?.header && (
        <p dir="auto" className="mb-0.5 font-semibold wrap-anywhere">
          {template.header}
        </p>
      )}
      {content !== null && <FileCard link={content} />}
      {text !== null && <MessageText text={text} {...(query ? { query } : {})} />}
      {template?.footer && (
        <p dir="auto" className="mt-1 text-xs wrap-anywhere text-current/70">
          {template.footer}
        </p>
      )}
      <MessageButtons buttons={buttons} {...(onPress ? { onPress } : {})} />
    </>
  )
}

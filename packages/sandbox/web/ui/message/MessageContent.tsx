import type { MessageButton, MessageKeyboard } from '../../../src/store/schema.ts'
import { FileCard } from './FileCard.tsx'
import { MessageButtons } from './MessageButtons.tsx'
import { MessageText } from './MessageText.tsx'

interface MessageContentProps {
  message: {
    text: string | null
    /** Link to a file. */
    content: string | null
    /** Header and footer of a template. */
    template: { header: string | null; footer: string | null } | null
    buttons: MessageButton[] | null
    keyboard?: MessageKeyboard | null
  }
  /** The search to highlight. */
  query?: string
  /** Called with a button's label when the customer presses it. Staff cannot press buttons. */
  onPress?: (text: string) => void
}

/**
 * The content of a message: header, file, text, footer and buttons. Staff and the customer's phone show the same, except the
 * buttons in the place of the customer's keyboard, which the phone shows there.
 */
export function MessageContent({ message, query, onPress }: MessageContentProps) {
  const { text, content, template, buttons, keyboard } = message
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
      {keyboard?.kind === 'reply' && onPress ? null : (
        <MessageButtons buttons={buttons} {...(onPress ? { onPress } : {})} />
      )}
    </>
  )
}

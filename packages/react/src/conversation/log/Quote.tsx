import type { ConversationMessage } from '@crm-chat/core/conversation'
import type { ReactNode } from 'react'
import { useActions, useWords } from '../ConversationContext.ts'
import { describeMessage } from '../format.ts'

/** The quoted message in short. Clicking it scrolls to the message. */
export function Quote({ quoted }: { quoted: ConversationMessage | undefined }): ReactNode {
  const { openMessage } = useActions()
  const words = useWords()
  if (!quoted) return <blockquote className="cc-quote">{words.quotedUnknown}</blockquote>
  return (
    <blockquote className="cc-quote">
      <button
        type="button"
        dir="auto"
        title={words.goToQuoted}
        onClick={() => void openMessage(quoted)}
        className="cc-quote-text"
      >
        {describeMessage(quoted, words)}
      </button>
    </blockquote>
  )
}

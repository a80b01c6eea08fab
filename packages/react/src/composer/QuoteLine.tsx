import type { ReactNode } from 'react'
import { Icon } from '../conversation/Icon.tsx'
import { useComposerActions, useComposerState, useComposerWords } from './ComposerContext.ts'

/** The message to quote, above the text. */
export function QuoteLine(): ReactNode {
  const { quote } = useComposerState()
  const { setQuote } = useComposerActions()
  const words = useComposerWords()
  if (!quote) return null
  return (
    <div className="cc-focus">
      <Icon name="reply" size={16} />
      <p className="cc-focus-text">
        <span className="cc-focus-kind">{`${words.quoting} `}</span>
        <span dir="auto">{quote.text}</span>
      </p>
      <button type="button" aria-label={words.removeQuote} onClick={() => setQuote(null)} className="cc-tool">
        <Icon name="close" size={16} />
      </button>
    </div>
  )
}

import type { ReactNode } from 'react'
import { useWords } from '../conversation/ConversationContext.ts'
import { describeProblem } from '../conversation/format.ts'
import { Icon } from '../conversation/Icon.tsx'
import { useComposerActions, useComposerState } from './ComposerContext.ts'

/** A file that was not attached, with the reason. */
export function FileProblem(): ReactNode {
  const { problem } = useComposerState()
  const { dismissProblem } = useComposerActions()
  const words = useWords()
  if (!problem) return null
  return (
    <div role="alert" className="cc-problem">
      <Icon name="alert" size={16} />
      <span className="cc-problem-reason">{describeProblem(problem, words)}</span>
      <button type="button" aria-label={words.dismiss} onClick={dismissProblem} className="cc-tool">
        <Icon name="close" size={16} />
      </button>
    </div>
  )
}

import type { ReactNode } from 'react'
import { useActions, useConversationState, useWords } from './ConversationContext.ts'
import { describeProblem } from './format.ts'
import { Icon } from './Icon.tsx'

/** A failed action with its reason, until it succeeds or is dismissed. */
export function ProblemNotice(): ReactNode {
  const problem = useConversationState((state) => state.problem)
  const { dismissProblem } = useActions()
  const words = useWords()
  if (!problem) return null
  return (
    <div role="alert" className="cc-problem">
      <Icon name="alert" size={16} />
      <span className="cc-problem-reason">{describeProblem(problem.reason, words)}</span>
      {problem.retry && (
        <button type="button" onClick={problem.retry} className="cc-strong-link">
          {words.retry}
        </button>
      )}
      <button type="button" aria-label={words.dismiss} onClick={dismissProblem} className="cc-tool">
        <Icon name="close" size={16} />
      </button>
    </div>
  )
}

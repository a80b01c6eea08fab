import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { RequestError } from '../requests/RequestError.ts'
import { toErrorText } from '../requests/toErrorText.ts'
import { Problem } from '../ui/Problem.tsx'
import { useWords } from '../words/speech.ts'

/** Props of {@link ItemProblem}. */
export interface ItemProblemProps {
  title: string
  error: Error
  onRetry: () => void
  /** A link to the list. */
  back: { to: string; label: string }
}

/** Shown in place of a card that cannot be loaded. */
export function ItemProblem({ title, error, onRetry, back }: ItemProblemProps): ReactNode {
  const words = useWords()
  const isGone = error instanceof RequestError && error.code === 'not_found'
  return (
    <div className="grid h-full place-items-center p-6 text-center">
      <title>{words.pageTitle(title)}</title>
      <div>
        <Problem title={title} text={toErrorText({ error, words })} {...(isGone ? {} : { onRetry })} />
        <Link to={back.to} className="text-accent underline">
          {back.label}
        </Link>
      </div>
    </div>
  )
}

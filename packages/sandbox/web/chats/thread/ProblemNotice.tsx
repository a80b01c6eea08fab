import { CircleAlert, X } from 'lucide-react'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'

/** A failed action with its reason, until it succeeds or is dismissed. */
export function ProblemNotice() {
  const problem = useChatsState((state) => state.problem)
  const { dismissProblem } = useSession()
  if (!problem) return null
  return (
    <div
      role="alert"
      className="flex items-center gap-2.5 border-t border-line bg-alert-soft px-4 py-1.5 text-[13px] text-alert-ink"
    >
      <CircleAlert aria-hidden="true" className="size-4 shrink-0" />
      <span className="min-w-0 grow wrap-anywhere">{problem.reason}</span>
      {problem.retry && (
        <button
          type="button"
          onClick={problem.retry}
          className="h-8 shrink-0 px-1 font-semibold underline underline-offset-2"
        >
          Try again
        </button>
      )}
      <button
        type="button"
        aria-label="Dismiss"
        onClick={dismissProblem}
        className="grid size-8 shrink-0 place-items-center rounded-full hover:bg-alert/15"
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </div>
  )
}

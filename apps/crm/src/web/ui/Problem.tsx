import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'

/** An error message with a retry button. */
export function Problem({ title, error, onRetry }: { title: string; error: Error; onRetry?: () => void }): ReactNode {
  return (
    <div role="alert" className="mx-auto flex max-w-sm flex-col items-center gap-3 py-10 text-center">
      <span className="grid size-11 place-items-center rounded-full bg-danger-soft text-danger">
        <TriangleAlert aria-hidden className="size-5" />
      </span>
      <p className="text-base font-semibold">{title}</p>
      <p className="leading-6 text-soft">{error.message}</p>
      {onRetry ? <Button onClick={onRetry}>Try again</Button> : null}
    </div>
  )
}

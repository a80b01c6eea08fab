import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

interface FailureLineProps {
  /** What happened is told at once, or once the reader comes to it. */
  role: 'alert' | 'status'
  reason: string
  /** What can be done. */
  children?: ReactNode
}

/** Stands below a message that did not arrive, and says why. */
export function FailureLine({ role, reason, children }: FailureLineProps) {
  return (
    <div
      role={role}
      className="mt-1 flex max-w-[85%] flex-wrap items-center justify-end gap-x-2 self-end text-[13px] text-alert-ink"
    >
      <span className="flex gap-1.5">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        <span className="wrap-anywhere">{reason}</span>
      </span>
      {children}
    </div>
  )
}

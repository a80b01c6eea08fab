import { ChevronRight } from 'lucide-react'
import { type ReactNode, useId } from 'react'

interface RowProps {
  isOpen: boolean
  onToggle: () => void
  summary: ReactNode
  /** Shown while it is open. */
  children: ReactNode
}

/** A line of a list that opens to show more. */
export function Row({ isOpen, onToggle, summary, children }: RowProps) {
  const id = useId()
  return (
    <li className="appear overflow-hidden rounded-xl border border-line bg-surface">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={onToggle}
        className="flex w-full items-center gap-3 px-3 py-2 text-left -outline-offset-2 hover:bg-hover"
      >
        <ChevronRight
          aria-hidden="true"
          className={`size-4 shrink-0 text-muted transition-transform ${isOpen ? 'rotate-90' : ''}`}
        />
        {summary}
      </button>
      {isOpen && (
        <div id={id} className="grid gap-3 border-t border-line p-3">
          {children}
        </div>
      )}
    </li>
  )
}

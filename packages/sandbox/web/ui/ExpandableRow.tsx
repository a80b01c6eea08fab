import { ChevronRight } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'

interface ExpandableRowProps {
  isOpen: boolean
  onToggle: () => void
  summary: ReactNode
  /** Shown while expanded. */
  children: ReactNode
}

/** A list row that expands to show details. */
export function ExpandableRow({ isOpen, onToggle, summary, children }: ExpandableRowProps) {
  const id = useId()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' }) // Shows the row to a user who followed a link to it.
  }, [isOpen])
  return (
    <li ref={row} className="appear min-w-0 overflow-hidden rounded-xl border border-line bg-surface">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
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
        <div id={id} className="grid grid-cols-1 gap-3 border-t border-line p-3">
          {children}
        </div>
      )}
    </li>
  )
}

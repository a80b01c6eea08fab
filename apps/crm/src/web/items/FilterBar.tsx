import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/speech.ts'

/** The search and the filters above a list, with a way to remove them all. */
export function FilterBar({ onClear, children }: { onClear: (() => void) | null; children: ReactNode }): ReactNode {
  const words = useWords()
  return (
    <fieldset aria-label={words.table.filters} className="flex flex-wrap items-center gap-2 px-4 pb-3 sm:px-5">
      {children}
      {onClear && (
        <Button look="quiet" onClick={onClear}>
          <X aria-hidden className="size-4" />
          {words.table.clearFilters}
        </Button>
      )}
    </fieldset>
  )
}

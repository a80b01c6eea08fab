import { Search } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useDeferredValue, useState } from 'react'
import { useNavigate } from 'react-router'
import { useWords } from '../words/speech.ts'
import { PaletteList } from './PaletteList.tsx'
import { type PaletteResult, usePaletteResults } from './usePaletteResults.ts'

/** The field of the search, and what it has found. The focus stays in the field. */
export function PaletteSearch({ onClose }: { onClose: () => void }): ReactNode {
  const words = useWords()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [wanted, setWanted] = useState(0)
  const groups = usePaletteResults(useDeferredValue(text.trim()))
  const results = groups.flatMap((group) => group.results)
  const chosen = Math.min(wanted, results.length - 1)
  const open = (result: PaletteResult | undefined): void => {
    if (!result) return
    onClose()
    void navigate(result.path)
  }
  const handleKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setWanted((chosen + step + results.length) % Math.max(1, results.length))
    else if (event.key === 'Enter') open(results[chosen])
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className="flex items-center gap-2.5 border-b border-line px-4">
        <Search aria-hidden className="size-4 shrink-0 text-soft" />
        <input
          role="combobox"
          aria-expanded={results.length > 0}
          aria-controls="palette-results"
          aria-activedescendant={chosen >= 0 ? `palette-${chosen}` : undefined}
          aria-autocomplete="list"
          aria-label={words.palette.title}
          placeholder={words.palette.placeholder}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setWanted(0)
          }}
          onKeyDown={handleKeyDown}
          className="h-12 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-soft"
        />
      </div>
      <PaletteList groups={groups} chosen={chosen} onOpen={open} />
      <p role="status" className="border-t border-line px-4 py-2 text-xs text-soft">
        {results.length === 0 ? words.palette.empty(text.trim()) : words.palette.results(results.length)}
        {results.length > 0 && <span className="max-sm:hidden"> · {words.palette.hint}</span>}
      </p>
    </>
  )
}

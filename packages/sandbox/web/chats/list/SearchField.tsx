import { Search } from 'lucide-react'
import type { KeyboardEvent } from 'react'

interface SearchFieldProps {
  query: string
  onQuery: (query: string) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** Takes what is looked for in names, numbers and messages. */
export function SearchField({ query, onQuery, onKeyDown }: SearchFieldProps) {
  return (
    <label className="mt-2.5 flex items-center gap-2 rounded-lg bg-canvas px-2.5 text-muted focus-within:outline-2 focus-within:outline-accent">
      <Search aria-hidden="true" className="size-4 shrink-0" />
      <input
        type="search"
        dir="auto"
        aria-label="Search chats"
        aria-keyshortcuts="Control+K Meta+K"
        placeholder="Search"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-9 min-w-0 grow bg-transparent text-ink outline-none placeholder:text-muted"
      />
      <kbd className="rounded border border-line px-1 font-sans text-[11px] max-desk:hidden">
        {navigator.userAgent.includes('Mac') ? '⌘K' : 'Ctrl K'}
      </kbd>
    </label>
  )
}

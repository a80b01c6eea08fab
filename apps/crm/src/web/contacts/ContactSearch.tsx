import { Search } from 'lucide-react'
import type { ReactNode } from 'react'

/** The field that narrows the list down. */
export function ContactSearch({ value, onChange }: { value: string; onChange: (value: string) => void }): ReactNode {
  return (
    <search className="relative max-sm:order-last max-sm:w-full">
      <Search aria-hidden className="pointer-events-none absolute start-3 top-2.5 size-4 text-soft" />
      <input
        type="search"
        aria-label="Search contacts"
        placeholder="Name, company or number"
        maxLength={100}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-9 w-full rounded-lg border border-line-strong bg-surface ps-9 pe-3 placeholder:text-soft sm:w-72"
      />
    </search>
  )
}

import { Search } from 'lucide-react'

interface FilterFieldProps {
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
}

/** Narrows a list down. */
export function FilterField({ label, placeholder, value, onChange }: FilterFieldProps) {
  return (
    <label className="flex min-w-0 items-center gap-2 rounded-lg bg-canvas px-2.5 text-muted focus-within:outline-2 focus-within:outline-accent">
      <Search aria-hidden="true" className="size-4 shrink-0" />
      <input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-8 w-44 min-w-0 bg-transparent text-[13px] text-ink outline-none placeholder:text-muted"
      />
    </label>
  )
}

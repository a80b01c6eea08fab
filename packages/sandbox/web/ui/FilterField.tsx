import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'

interface FilterFieldProps {
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
}

/** A field that filters a list. The key `/` focuses it, Escape clears it. */
export function FilterField({ label, placeholder, value, onChange }: FilterFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== '/' || isTextInput(event.target)) return
      event.preventDefault()
      field.current?.focus()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return (
    <label className="flex min-w-0 grow basis-44 items-center gap-2 rounded-lg bg-canvas px-2.5 text-muted focus-within:outline-2 focus-within:outline-accent wide:max-w-64">
      <Search aria-hidden="true" className="size-4 shrink-0" />
      <input
        ref={field}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onChange('')}
        className="h-8 w-full min-w-0 bg-transparent text-[13px] text-ink outline-none placeholder:text-muted"
      />
    </label>
  )
}

function isTextInput(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

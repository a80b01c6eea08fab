import { Search } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { startTimer } from './timers.ts'

/** A search that follows what is written, as soon as the user pauses. */
export function SearchField({
  label,
  placeholder,
  value,
  onChange,
}: {
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
}): ReactNode {
  const [text, setText] = useState(value)
  const [shown, setShown] = useState(value)
  const [reported, setReported] = useState(value)
  if (shown !== value) {
    setShown(value)
    if (reported !== value) {
      setReported(value)
      setText(value) // Unlike the field's own report, which may come back after further letters.
    }
  }
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => {
    if (text === value) return
    return startTimer(() => {
      setReported(text)
      latest.current(text)
    }, 150)
  }, [text, value])
  return (
    <search className="relative min-w-0 max-sm:w-full">
      <Search
        aria-hidden
        className="pointer-events-none absolute start-2.5 top-1/2 size-4 -translate-y-1/2 text-soft"
      />
      <input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        maxLength={100}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="h-8 w-full rounded-md border border-line-strong bg-surface ps-8 pe-2.5 placeholder:text-soft sm:w-66 pointer-coarse:h-11"
      />
    </search>
  )
}

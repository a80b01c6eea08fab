import { useId } from 'react'

interface CheckedFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder: string
  problem?: string | undefined
}

/** A text field with its label above and, where there is one, the problem with its value below. */
export function CheckedField({ label, value, onChange, placeholder, problem }: CheckedFieldProps) {
  const id = useId()
  return (
    <div className="mb-3">
      <label htmlFor={id} className="mb-1 block text-[13px] font-medium">
        {label}
      </label>
      <input
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        placeholder={placeholder}
        autoComplete="off"
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        className="h-10 w-full rounded-lg border border-line bg-surface px-3 placeholder:text-muted aria-invalid:border-alert"
      />
      <p id={`${id}-problem`} role="status" className="text-xs text-alert-ink not-empty:pt-1">
        {problem}
      </p>
    </div>
  )
}

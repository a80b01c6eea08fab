import { ChevronDown } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'

/** An option of a {@link Select}. */
export interface Choice {
  value: string
  label: string
}

/** Props of {@link Select}. */
export interface SelectProps extends Omit<ComponentProps<'select'>, 'children'> {
  choices: readonly Choice[]
}

/** The browser's own choice of one in a list, in the CRM's look. Give it an `aria-label` where it has no label. */
export function Select({ choices, className = '', ...props }: SelectProps): ReactNode {
  return (
    <span className={`relative inline-flex min-w-0 ${className.includes('w-full') ? 'w-full' : ''}`}>
      <select
        {...props}
        className={`h-8 min-w-0 appearance-none truncate rounded-md border border-line bg-surface ps-2.5 pe-7 text-ink pointer-coarse:h-11 ${className}`}
      >
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute end-2 top-1/2 size-3.5 -translate-y-1/2 text-soft"
      />
    </span>
  )
}

import type { ReactNode } from 'react'
import { type Choice, Select } from '../ui/Select.tsx'

/** Props of {@link SelectFact}. */
export interface SelectFactProps {
  label: string
  value: string
  choices: readonly Choice[]
  canEdit: boolean
  onChange: (value: string) => void
}

/** A fact of a card with a few possible values, changed in its place. */
export function SelectFact({ label, value, choices, canEdit, onChange }: SelectFactProps): ReactNode {
  return (
    <div className="grid min-h-9 grid-cols-[7.5rem_minmax(0,1fr)] items-center gap-2 pointer-coarse:min-h-11">
      <dt className="text-soft">{label}</dt>
      <dd className="min-w-0">
        {canEdit ? (
          <Select
            aria-label={label}
            value={value}
            choices={choices}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          choices.find((choice) => choice.value === value)?.label
        )}
      </dd>
    </div>
  )
}

import { useId } from 'react'
import { LabelledField } from '../../ui/LabelledField.tsx'

interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'number'
  /** Meaning of an empty field. */
  hint?: string | undefined
  /** Makes it a select with these values. */
  choices?: string[] | undefined
  disabled?: boolean
  /** Spans two columns. */
  isLong?: boolean | undefined
}

/** Classes of the form's fields. */
export const fieldLook =
  'h-9 w-full min-w-0 rounded-lg border border-line bg-surface px-2.5 placeholder:text-muted disabled:opacity-50'

/** A labelled field of the form. */
export function TextField({ label, value, onChange, type = 'text', hint, choices, disabled, isLong }: TextFieldProps) {
  const id = useId()
  return (
    <LabelledField label={label} id={id} className={isLong ? 'col-span-2' : ''}>
      {choices ? (
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)} className={fieldLook}>
          <option value="">{hint}</option>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          type={type}
          value={value}
          placeholder={hint}
          disabled={disabled}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
          className={fieldLook}
        />
      )}
    </LabelledField>
  )
}

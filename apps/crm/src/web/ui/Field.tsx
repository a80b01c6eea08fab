import { type ReactNode, useId } from 'react'
import { useWords } from '../words/speech.ts'

/** Props that every field takes. */
export interface FieldProps {
  label: string
  hint?: string | undefined
  /** Validation message for the current value. */
  problem?: string | undefined
  required?: boolean | undefined
}

/** Attributes for the control of a {@link Field}. */
export interface ControlProps {
  id: string
  'aria-invalid': boolean
  'aria-required': boolean
  'aria-describedby': string | undefined
}

/** The look of a text control. */
export const controlLook =
  'h-9 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-ink placeholder:text-soft aria-invalid:border-danger pointer-coarse:h-11'

/** A label above a control, and its hint or validation message below. Required fields are marked. */
export function Field({
  label,
  hint,
  problem,
  required = false,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }): ReactNode {
  const words = useWords()
  const id = useId()
  const note = problem ?? hint
  const noteId = note ? `${id}-note` : undefined
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 flex items-baseline gap-1 font-medium">
        {label}
        {required && (
          <span aria-hidden title={words.required} className="text-danger">
            *
          </span>
        )}
      </label>
      {children({ id, 'aria-invalid': problem !== undefined, 'aria-required': required, 'aria-describedby': noteId })}
      {note && (
        <p id={noteId} className={`mt-1 text-[0.8125rem] ${problem ? 'text-danger' : 'text-soft'}`}>
          {note}
        </p>
      )}
    </div>
  )
}

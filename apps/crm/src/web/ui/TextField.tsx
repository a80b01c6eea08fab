import { type ComponentProps, type ReactNode, useId } from 'react'

/** Props of {@link TextField}. */
export interface TextFieldProps extends ComponentProps<'input'> {
  label: string
  hint?: string
  /** Validation message for the current value. */
  problem?: string | undefined
}

/** A text field with its label and validation message. */
export function TextField({ label, hint, problem, ...props }: TextFieldProps): ReactNode {
  const id = useId()
  const note = problem ?? hint
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-medium">
        {label}
      </label>
      <input
        {...props}
        id={id}
        aria-invalid={problem !== undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className="h-10 w-full rounded-lg border border-line-strong bg-surface px-3 aria-invalid:border-danger"
      />
      {note ? (
        <p
          id={`${id}-note`}
          role={problem ? 'alert' : undefined}
          className={`mt-1.5 ${problem ? 'text-danger' : 'text-soft'}`}
        >
          {note}
        </p>
      ) : null}
    </div>
  )
}

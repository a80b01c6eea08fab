import { type ReactNode, useId } from 'react'

/** Attributes of a field's control. */
export interface ControlAttributes {
  id: string
  className: string
  'aria-invalid': boolean
  'aria-describedby': string | undefined
}

interface FieldProps {
  label: string
  problem?: string | undefined
  /** Puts the label before the control. @default false */
  isInline?: boolean | undefined
  children: (control: ControlAttributes) => ReactNode
}

/** A control with its label, and the problem of its value. */
export function Field({ label, problem, isInline = false, children }: FieldProps): ReactNode {
  const id = useId()
  const isInvalid = problem !== undefined
  return (
    <div className="cc-admin-field" data-inline={isInline || undefined}>
      <label htmlFor={id} className="cc-admin-label">
        {label}
      </label>
      {children({
        id,
        className: 'cc-admin-control',
        'aria-invalid': isInvalid,
        'aria-describedby': isInvalid ? `${id}-problem` : undefined,
      })}
      {isInvalid && (
        <p id={`${id}-problem`} role="alert" className="cc-admin-problem">
          {problem}
        </p>
      )}
    </div>
  )
}

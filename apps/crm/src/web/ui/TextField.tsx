import type { ComponentProps, ReactNode } from 'react'
import { controlLook, Field, type FieldProps } from './Field.tsx'

/** Props of {@link TextField}. */
export interface TextFieldProps extends FieldProps, Omit<ComponentProps<'input'>, 'required'> {}

/** A text field with its label and validation message. */
export function TextField({ label, hint, problem, required, className = '', ...props }: TextFieldProps): ReactNode {
  return (
    <Field label={label} hint={hint} problem={problem} required={required}>
      {(control) => <input {...props} {...control} className={`${controlLook} ${className}`} />}
    </Field>
  )
}

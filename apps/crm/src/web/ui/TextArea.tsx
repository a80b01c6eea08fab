import type { ComponentProps, ReactNode } from 'react'
import { controlLook, Field, type FieldProps } from './Field.tsx'

/** Props of {@link TextArea}. */
export interface TextAreaProps extends FieldProps, Omit<ComponentProps<'textarea'>, 'required'> {}

/** A field for several lines. It grows with its text where the browser can do that. */
export function TextArea({ label, hint, problem, required, rows = 3, ...props }: TextAreaProps): ReactNode {
  return (
    <Field label={label} hint={hint} problem={problem} required={required}>
      {(control) => (
        <textarea {...props} {...control} rows={rows} className={`${controlLook} h-auto field-sizing-content py-2`} />
      )}
    </Field>
  )
}

import type { ComponentProps, ReactNode } from 'react'
import { Field, type FieldProps } from './Field.tsx'
import { type Choice, Select } from './Select.tsx'

/** Props of {@link SelectField}. */
export interface SelectFieldProps extends FieldProps, Omit<ComponentProps<'select'>, 'required' | 'children'> {
  choices: readonly Choice[]
}

/** A choice in a form, with its label and validation message. */
export function SelectField({ label, hint, problem, required, choices, ...props }: SelectFieldProps): ReactNode {
  return (
    <Field label={label} hint={hint} problem={problem} required={required}>
      {(control) => <Select {...props} {...control} choices={choices} className="h-9 w-full border-line-strong" />}
    </Field>
  )
}

import type { ComponentProps, ReactNode } from 'react'
import { controlLook, Field, type FieldProps } from './Field.tsx'

/** Props of {@link DateField}. */
export interface DateFieldProps
  extends FieldProps,
    Omit<ComponentProps<'input'>, 'required' | 'type' | 'value' | 'defaultValue'> {
  /** Unix milliseconds. */
  defaultTime?: number | null
  /** Also asks for the time of day. */
  hasTime?: boolean
}

/** A date, with the browser's own calendar. */
export function DateField({
  label,
  hint,
  problem,
  required,
  defaultTime = null,
  hasTime = false,
  ...props
}: DateFieldProps): ReactNode {
  return (
    <Field label={label} hint={hint} problem={problem} required={required}>
      {(control) => (
        <input
          {...props}
          {...control}
          type={hasTime ? 'datetime-local' : 'date'}
          defaultValue={defaultTime === null ? '' : toLocalText(defaultTime).slice(0, hasTime ? 16 : 10)}
          className={`${controlLook} tabular-nums`}
        />
      )}
    </Field>
  )
}

/** A time as the browser's date fields write it, in the local time zone: `2026-03-12T14:05`. */
function toLocalText(time: number): string {
  const offset = new Date(time).getTimezoneOffset() * 60_000
  return new Date(time - offset).toISOString()
}

import type { ReactNode } from 'react'

interface ProgressProps {
  /** Name for assistive technology. */
  label: string
  /** From 0 to 1; undefined while nobody knows. */
  value?: number | undefined
}

/** A bar that shows how far something is. */
export function Progress({ label, value }: ProgressProps): ReactNode {
  const percent = value === undefined ? undefined : Math.round(value * 100)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="cc-admin-progress"
    >
      <div className="cc-admin-progress-part" style={percent === undefined ? undefined : { width: `${percent}%` }} />
    </div>
  )
}

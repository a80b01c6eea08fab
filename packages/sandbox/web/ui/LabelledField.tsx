import type { ReactNode } from 'react'

interface LabelledFieldProps {
  label: string
  id: string
  className?: string
  children: ReactNode
}

/** A form field with its label above. */
export function LabelledField({ label, id, className = '', children }: LabelledFieldProps) {
  return (
    <div className={`min-w-0 ${className}`}>
      <label htmlFor={id} className="mb-1 block text-[13px] font-medium">
        {label}
      </label>
      {children}
    </div>
  )
}

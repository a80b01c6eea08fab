import type { ReactNode } from 'react'

/** A field under its label. */
export function LabelledField({ label, id, children }: { label: string; id: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-[13px] font-medium">
        {label}
      </label>
      {children}
    </div>
  )
}

import type { ComponentProps, ReactNode } from 'react'

/** A link that looks like a button, e.g. to a file. */
export function LinkButton({ className = '', ...props }: ComponentProps<'a'>): ReactNode {
  return (
    <a
      {...props}
      className={`inline-flex h-8 shrink-0 items-center justify-center gap-1.5 rounded-md border border-line bg-raised px-3 font-medium whitespace-nowrap text-ink shadow-card transition hover:bg-sunken pointer-coarse:h-11 ${className}`}
    />
  )
}

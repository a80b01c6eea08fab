import type { AnchorHTMLAttributes } from 'react'

/** A link that looks like a button. */
export function LinkButton({ className = '', ...props }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a
      {...props}
      className={`inline-flex h-8 shrink-0 items-center gap-1.5 rounded-lg border border-line bg-surface px-3 text-[13px] font-medium whitespace-nowrap hover:bg-hover ${className}`}
    />
  )
}

import type { ReactNode } from 'react'

/** The product's mark and name. */
export function Brand(): ReactNode {
  return (
    <span className="inline-flex items-center gap-2.5 text-[0.9375rem] font-semibold tracking-tight">
      <svg viewBox="0 0 32 32" className="size-6" aria-hidden="true">
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <path d="M16 5.5l3.6 10.5L16 26.5l-3.6-10.5z" className="fill-on-accent" fillOpacity=".4" />
        <path d="M16 5.5l3.6 10.5h-7.2z" className="fill-on-accent" />
        <circle cx="16" cy="16" r="1.6" className="fill-accent" />
      </svg>
      <bdi>Northdesk</bdi>
    </span>
  )
}

import type { ReactNode } from 'react'

/** A short status. */
export function Pill({ tone = 'quiet', children }: { tone?: keyof typeof tones; children: ReactNode }): ReactNode {
  return (
    <span
      className={`inline-flex h-5.5 max-w-full items-center gap-1 rounded-full border border-transparent px-2 text-xs font-medium whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  )
}

const tones = {
  quiet: 'bg-sunken text-soft',
  accent: 'bg-accent-soft text-accent-strong',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
}

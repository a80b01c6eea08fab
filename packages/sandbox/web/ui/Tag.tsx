import type { ReactNode } from 'react'

/** A word or number, coloured by its meaning. */
export function Tag({ tone, children }: { tone: keyof typeof looks; children: ReactNode }) {
  return (
    <span
      className={`inline-grid min-w-11 shrink-0 place-items-center rounded-md px-1.5 text-xs leading-5 font-semibold tabular-nums ${looks[tone]}`}
    >
      {children}
    </span>
  )
}

const looks = {
  good: 'bg-good-soft text-good-ink',
  warn: 'bg-warn text-warn-ink',
  bad: 'bg-alert-soft text-alert-ink',
  fault: 'bg-selected text-ink',
  plain: 'bg-canvas text-muted',
}

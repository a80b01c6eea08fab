import type { ReactNode } from 'react'

/** The first letter of a company's name, in a square. */
export function CompanyMark({ name, size = 'small' }: { name: string; size?: keyof typeof sizes }): ReactNode {
  return (
    <span
      aria-hidden
      className={`grid shrink-0 place-items-center rounded-md border border-line bg-sunken font-semibold text-soft select-none ${sizes[size]}`}
    >
      {[...name.trim()][0]?.toUpperCase()}
    </span>
  )
}

const sizes = { small: 'size-7 text-xs', large: 'size-11 text-base' }

import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** Shown in place of a list that has nothing in it: the reason, and the next step. */
export function EmptyState({
  icon: Icon,
  title,
  text,
  children,
}: {
  icon?: LucideIcon
  title: string
  text?: ReactNode
  children?: ReactNode
}): ReactNode {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-1.5 px-6 py-14 text-center">
      {Icon && (
        <span className="mb-2 grid size-11 place-items-center rounded-xl border border-line bg-surface text-soft shadow-card">
          <Icon aria-hidden className="size-5" />
        </span>
      )}
      <p className="font-semibold">{title}</p>
      {text && <p className="leading-6 text-soft">{text}</p>}
      {children && <div className="mt-3 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  )
}

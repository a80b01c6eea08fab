import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface NoticeProps {
  icon: LucideIcon
  title: string
  children?: ReactNode
  /** Announces a notice that replaces the whole content. */
  role?: 'alert'
}

/** Explains an empty area and suggests what to do next. */
export function Notice({ icon: Icon, title, children, role }: NoticeProps) {
  return (
    <div role={role} className="grid h-full place-content-center justify-items-center gap-1 p-8 text-center">
      <span className="mb-3 grid size-14 place-items-center rounded-2xl border border-line bg-surface text-muted">
        <Icon aria-hidden="true" className="size-6" strokeWidth={1.75} />
      </span>
      <h2 className="text-[15px] font-semibold text-balance">{title}</h2>
      <div className="max-w-72 text-muted text-pretty">{children}</div>
    </div>
  )
}

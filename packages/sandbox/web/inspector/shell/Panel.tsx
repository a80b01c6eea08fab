import type { ReactNode } from 'react'
import { BesidePhoneButton } from '../phone/BesidePhoneButton.tsx'

interface PanelProps {
  title: string
  /** One line about the panel's content. */
  about?: string
  actions?: ReactNode
  children: ReactNode
}

/** The layout of a panel: title, actions and content. */
export function Panel({ title, about, actions, children }: PanelProps) {
  return (
    <section aria-label={title} className="flex min-h-0 min-w-0 grow flex-col">
      <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-5 py-2 max-wide:px-3">
        <div className="min-w-0 grow">
          <h2 className="text-[15px] leading-5 font-semibold">{title}</h2>
          {about !== undefined && <p className="text-xs text-muted">{about}</p>}
        </div>
        {actions && (
          <div className="flex min-w-0 flex-wrap items-center gap-2 max-wide:w-full wide:justify-end">{actions}</div>
        )}
        <BesidePhoneButton />
      </header>
      {children}
    </section>
  )
}

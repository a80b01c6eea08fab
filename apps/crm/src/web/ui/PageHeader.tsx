import type { ReactNode } from 'react'
import { useWords } from '../words/speech.ts'

/** The heading of a page with its actions, and the title of the tab. */
export function PageHeader({
  title,
  count,
  children,
}: {
  title: string
  /** A number beside the title, e.g. of the contacts in the list. */
  count?: string | undefined
  children?: ReactNode
}): ReactNode {
  const words = useWords()
  return (
    <header className="flex min-h-13 flex-wrap items-center gap-2 px-4 py-2 sm:px-5">
      <title>{words.pageTitle(title)}</title>
      <h1 className="text-base font-semibold tracking-tight">{title}</h1>
      {count && <span className="text-soft tabular-nums">{count}</span>}
      <div className="ms-auto flex flex-wrap items-center gap-2">{children}</div>
    </header>
  )
}

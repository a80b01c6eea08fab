import { type ReactNode, useId } from 'react'
import { AdminWordsContext, useOwnWords } from './AdminContext.ts'
import type { AdminProps } from './adminProps.ts'
import { useOnline } from './useOnline.ts'

interface AdminSectionProps extends AdminProps {
  /** Chooses the words of its heading and of the line below. */
  title: (words: ReturnType<typeof useOwnWords>) => { title: string; hint: string }
  children: ReactNode
}

/** The outermost part of a component for administrators: its heading, and a line while the browser has no network. */
export function AdminSection({ title, labels, dir, className = '', children }: AdminSectionProps): ReactNode {
  const id = useId()
  const words = useOwnWords(labels)
  const isOnline = useOnline()
  const heading = title(words)
  return (
    <AdminWordsContext.Provider value={words}>
      <section
        aria-labelledby={id}
        lang={words.lang}
        dir={dir ?? words.dir}
        className={`cc-root cc-admin ${className}`}
      >
        <header className="cc-admin-heading">
          <h2 id={id} className="cc-admin-title">
            {heading.title}
          </h2>
          <p className="cc-admin-hint">{heading.hint}</p>
        </header>
        <p role="status" className="cc-admin-offline">
          {isOnline ? null : words.offline}
        </p>
        {children}
      </section>
    </AdminWordsContext.Provider>
  )
}

import { type AdminWords, adminArea } from '@crm-chat/core/admin'
import { type ReactNode, useId } from 'react'
import { useAreaWords } from '../useAreaWords.ts'
import { useOnline } from '../useOnline.ts'
import { AdminWordsContext } from './AdminContext.ts'
import type { AdminProps } from './adminProps.ts'

interface AdminSectionProps extends AdminProps {
  /** Chooses the words of its heading and of the line below. */
  title: (words: AdminWords) => { title: string; hint: string }
  children: ReactNode
}

/** The outermost part of a component for administrators: its heading, and a line while the browser has no network. */
export function AdminSection({ title, labels, dir, className = '', children }: AdminSectionProps): ReactNode {
  const id = useId()
  const words = useAreaWords(adminArea, labels)
  const isOnline = useOnline()
  if (!words) return <div className={`cc-root cc-admin ${className}`} dir={dir} aria-busy="true" />
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

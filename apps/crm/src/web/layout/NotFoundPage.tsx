import { SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useWords } from '../words/speech.ts'

/** The page for unknown addresses. */
export function NotFoundPage(): ReactNode {
  const words = useWords()
  return (
    <div className="grid h-full place-items-center">
      <title>{words.pageTitle(words.notFound.title)}</title>
      <h1 className="sr-only">{words.notFound.title}</h1>
      <EmptyState icon={SearchX} title={words.notFound.title} text={words.notFound.text}>
        <Link to="/contacts" className="text-accent underline">
          {words.notFound.link}
        </Link>
      </EmptyState>
    </div>
  )
}

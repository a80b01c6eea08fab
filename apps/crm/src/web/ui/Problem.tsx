import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../words/speech.ts'
import { Button } from './Button.tsx'

/** A failure with its reason, and a button to try again. */
export function Problem({ title, text, onRetry }: { title: string; text: string; onRetry?: () => void }): ReactNode {
  const words = useWords()
  return (
    <div role="alert" className="mx-auto flex max-w-sm flex-col items-center gap-2 px-6 py-12 text-center">
      <span className="mb-1 grid size-11 place-items-center rounded-xl bg-danger-soft text-danger">
        <TriangleAlert aria-hidden className="size-5" />
      </span>
      <p className="font-semibold">{title}</p>
      <p className="leading-6 text-soft">{text}</p>
      {onRetry && (
        <Button onClick={onRetry} className="mt-2">
          {words.retry}
        </Button>
      )}
    </div>
  )
}

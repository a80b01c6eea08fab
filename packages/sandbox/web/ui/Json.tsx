import { useId } from 'react'
import { CopyIcon } from './CopyIcon.tsx'

/** A titled value, shown as JSON. */
export function Json({ title, value }: { title: string; value: unknown }) {
  const id = useId()
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="mb-1 flex items-center gap-2">
        <h3 id={id} className="text-xs font-semibold text-muted">
          {title}
        </h3>
        <CopyIcon label={`Copy: ${title}`} text={text} />
      </div>
      <pre className="rounded-lg bg-canvas p-3 font-mono text-xs leading-5 wrap-anywhere whitespace-pre-wrap">
        {text}
      </pre>
    </section>
  )
}

import { useId } from 'react'

/** A value as JSON, under its name. */
export function Json({ title, value }: { title: string; value: unknown }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h3 id={id} className="mb-1 text-xs font-semibold text-muted">
        {title}
      </h3>
      <pre className="rounded-lg bg-canvas p-3 font-mono text-xs leading-5 wrap-anywhere whitespace-pre-wrap">
        {typeof value === 'string' ? value : JSON.stringify(value, null, 2)}
      </pre>
    </section>
  )
}

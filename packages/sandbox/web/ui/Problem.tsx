import { CircleAlert } from 'lucide-react'

/** An error message, or nothing without an error. */
export function Problem({ error }: { error: Error | null }) {
  if (!error) return null
  return (
    <p role="alert" className="flex items-start gap-2 rounded-lg bg-alert-soft px-3 py-2 text-[13px] text-alert-ink">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span className="wrap-anywhere">{error.message}</span>
    </p>
  )
}

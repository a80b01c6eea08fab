import { type ReactNode, useId } from 'react'

/** Grey placeholder boxes for content that is loading. */
export function Skeleton({
  className,
  count = 1,
  label,
}: {
  className: string
  count?: number
  label: string
}): ReactNode {
  const id = useId()
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">{label}</span>
      {Array.from({ length: count }, (_, index) => `${id}${index}`).map((key) => (
        <div key={key} className={`animate-pulse rounded-xl bg-sunken motion-reduce:animate-none ${className}`} />
      ))}
    </div>
  )
}

/** Holds the place of messages that are on their way. */
export function ThreadSkeleton() {
  return (
    <div role="status" className="flex min-h-0 grow flex-col justify-end gap-3 overflow-hidden p-5">
      <span className="sr-only">Loading messages…</span>
      {['w-48', 'w-64 self-end', 'w-56', 'w-40 self-end'].map((shape) => (
        <span key={shape} className={`h-10 rounded-2xl bg-line/60 motion-safe:animate-pulse ${shape}`} />
      ))}
    </div>
  )
}

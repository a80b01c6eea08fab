/** A placeholder for a list that is loading. */
export function Skeleton() {
  return (
    <div role="status" aria-label="Loading" className="grid gap-1">
      {[1, 2, 3, 4].map((line) => (
        <div key={line} className="h-[3.25rem] rounded-xl border border-line bg-surface p-3 motion-safe:animate-pulse">
          <div className="h-3 w-1/3 rounded bg-line" />
          <div className="mt-2 h-2.5 w-1/2 rounded bg-line" />
        </div>
      ))}
    </div>
  )
}

/** The number of unanswered messages, or nothing for 0. Grey if a colleague should reply. */
export function UnansweredCount({ count, tone = 'red' }: { count: number; tone?: 'red' | 'grey' }) {
  if (count === 0) return null
  return (
    <span
      className={`grid h-5 min-w-5 place-items-center rounded-full px-1.5 text-xs font-semibold tabular-nums ${tone === 'red' ? 'bg-alert text-on-alert' : 'bg-line text-ink'}`}
    >
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{count} unanswered</span>
    </span>
  )
}

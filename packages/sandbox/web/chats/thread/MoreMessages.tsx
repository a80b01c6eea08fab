import type { Loading } from '../session/chatsState.ts'

interface MoreMessagesProps {
  which: 'earlier' | 'later'
  state: Loading
  onLoad: () => void
}

/** Stands where further messages go on in one direction, and fetches them. */
export function MoreMessages({ which, state, onLoad }: MoreMessagesProps) {
  const labels = { idle: `Show ${which} messages`, loading: 'Loading…', failed: 'Could not be loaded. Try again' }
  return (
    <button
      type="button"
      disabled={state === 'loading'}
      onClick={onLoad}
      className="mx-auto my-2 h-8 shrink-0 rounded-full border border-line bg-surface px-4 text-[13px] font-medium text-muted hover:text-ink disabled:cursor-default"
    >
      {labels[state]}
    </button>
  )
}

import type { Thread } from '../session/chatsState.ts'

interface EarlierMessagesProps {
  state: Extract<Thread, { status: 'ready' }>['earlier']
  onLoad: () => void
}

const labels = {
  idle: 'Show earlier messages',
  loading: 'Loading…',
  failed: 'Could not be loaded. Try again',
}

/** Stands above the oldest message that is here, and fetches those before it. */
export function EarlierMessages({ state, onLoad }: EarlierMessagesProps) {
  return (
    <button
      type="button"
      disabled={state === 'loading'}
      onClick={onLoad}
      className="mx-auto mb-2 h-8 rounded-full border border-line bg-surface px-4 text-[13px] font-medium text-muted hover:text-ink disabled:cursor-default"
    >
      {labels[state]}
    </button>
  )
}

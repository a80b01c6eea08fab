import { formatDay } from '../../ui/format/formatTime.ts'
import { describeChannel } from '../composer/describeChannel.ts'
import type { Loading } from '../session/chatsState.ts'
import { useChatsState } from '../session/SessionProvider.tsx'

/** The separator between days. */
export function DayLine({ at }: { at: number }) {
  const now = Date.now() + useChatsState((state) => state.clockOffsetMs)
  return (
    <p className="my-3 text-center text-xs font-medium text-muted first:mt-1">
      <span className="rounded-full bg-surface px-3 py-1">{formatDay(at, now)}</span>
    </p>
  )
}

/** The separator above unanswered messages. */
export function UnansweredLine({ count }: { count: number }) {
  return (
    <p className="my-3 flex items-center gap-3 text-xs font-medium text-alert-ink before:h-px before:grow before:bg-alert/40 after:h-px after:grow after:bg-alert/40">
      {count === 1 ? '1 unanswered message' : `${count} unanswered messages`}
    </p>
  )
}

/** The separator where a chat switches to another channel. */
export function ChannelLine({ channelId }: { channelId: string }) {
  const channel = useChatsState(({ channels }) => channels.find((other) => other.channelId === channelId))
  return (
    <p className="mt-3 mb-1 text-center text-xs wrap-anywhere text-muted">
      {channel ? `Via ${describeChannel(channel)}` : 'Via a deleted channel'}
    </p>
  )
}

interface MoreMessagesProps {
  which: 'earlier' | 'later'
  state: Loading
  onLoad: () => void
}

/** Loads further messages in one direction. */
export function MoreMessages({ which, state, onLoad }: MoreMessagesProps) {
  const labels = { idle: `Show ${which} messages`, loading: 'Loading…', failed: 'Loading failed. Try again' }
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

import { formatDay } from '../../ui/format/formatTime.ts'
import { describeChannel } from '../composer/describeChannel.ts'
import { useChatsState } from '../session/SessionProvider.tsx'

/** Where a day begins. */
export function DayLine({ at }: { at: number }) {
  const now = Date.now() + useChatsState((state) => state.clockOffsetMs)
  return (
    <p className="my-3 text-center text-xs font-medium text-muted first:mt-1">
      <span className="rounded-full bg-surface px-3 py-1">{formatDay(at, now)}</span>
    </p>
  )
}

/** From here on an answer is missing. */
export function UnansweredLine({ count }: { count: number }) {
  return (
    <p className="my-3 flex items-center gap-3 text-xs font-medium text-alert-ink before:h-px before:grow before:bg-alert/40 after:h-px after:grow after:bg-alert/40">
      {count === 1 ? 'Waiting for an answer' : `${count} waiting for an answer`}
    </p>
  )
}

/** From here on the chat goes through another of the company's accounts. */
export function ChannelLine({ channelId }: { channelId: string }) {
  const channel = useChatsState(({ channels }) => channels.find((other) => other.channelId === channelId))
  return (
    <p className="mt-3 mb-1 text-center text-xs wrap-anywhere text-muted">
      {channel ? `Through ${describeChannel(channel)}` : 'Through a channel that is gone'}
    </p>
  )
}

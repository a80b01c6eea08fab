import { type Loading, toNow } from '@crm-chat/core/conversation'
import type { ReactNode } from 'react'
import { useConversationState, useWords } from '../ConversationContext.ts'
import { fill, fillCount, formatDay } from '../format.ts'

/** The separator between days. */
export function DayLine({ at }: { at: number }): ReactNode {
  const words = useWords()
  const allowed = useConversationState((state) => state.allowed)
  return (
    <p className="cc-day">
      <span className="cc-day-name">{formatDay(at, toNow({ allowed }), words)}</span>
    </p>
  )
}

/** The separator above unanswered messages. */
export function UnansweredLine({ count }: { count: number }): ReactNode {
  const words = useWords()
  return <p className="cc-unanswered">{fillCount(words.unanswered, count, words)}</p>
}

/** The separator where a conversation switches to another channel. */
export function ChannelLine({ channelId }: { channelId: string }): ReactNode {
  const words = useWords()
  const channels = useConversationState((state) => state.allowed.channels)
  const channel = channels.find(({ id }) => id === channelId)
  return (
    <p className="cc-channel">
      {channel ? fill(words.viaChannel, { channel: channel.name }) : words.viaUnknownChannel}
    </p>
  )
}

interface MoreMessagesProps {
  which: 'earlier' | 'later'
  state: Loading
  onLoad: () => void
}

/** Loads further messages in one direction. */
export function MoreMessages({ which, state, onLoad }: MoreMessagesProps): ReactNode {
  const words = useWords()
  const labels = { idle: words[which], loading: words.loadingMore, failed: words.loadingMoreFailed }
  return (
    <button type="button" disabled={state === 'loading'} onClick={onLoad} className="cc-more">
      {labels[state]}
    </button>
  )
}

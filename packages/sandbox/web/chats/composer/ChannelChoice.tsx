import type { Channel, Chat } from '../session/conversation.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'
import { describeChannel } from './describeChannel.ts'

/** Selects the channel for replies, if several reach the chat. */
export function ChannelChoice({ chat, channel }: { chat: Chat; channel: Channel | undefined }) {
  const { chooseChannel } = useSession()
  const channels = useChatsState((state) => state.channels)
  const fitting = channels.filter(({ chatTypes }) => chatTypes.includes(chat.chatType))
  if (fitting.length < 2) return null
  return (
    <label className="mb-1.5 flex items-center gap-1.5 px-1 text-xs text-muted">
      <span className="whitespace-nowrap">Send via</span>
      <select
        value={channel?.channelId ?? ''}
        onChange={(event) => chooseChannel(chat, event.target.value)}
        className="h-7 min-w-0 max-w-full rounded-md border border-line bg-surface px-1.5 font-medium text-ink"
      >
        {fitting.map((choice) => (
          <option key={choice.channelId} value={choice.channelId} disabled={!choice.works}>
            {describeChannel(choice)}
          </option>
        ))}
      </select>
    </label>
  )
}

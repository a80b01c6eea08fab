import type { WindowChat } from '../../../src/chats/events.ts'
import { toKey } from '../session/chatKey.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'

/** Asks through which of the company's accounts to write, where several lead to the chat. */
export function ChannelChoice({ chat }: { chat: WindowChat }) {
  const { chooseChannel } = useSession()
  const channels = useChatsState((state) => state.channels)
  const chosen = useChatsState((state) => state.chosenChannels[toKey(chat)] ?? '')
  const fitting = channels.filter(({ chatTypes }) => chatTypes.includes(chat.chatType))
  if (fitting.length < 2) return null
  return (
    <label className="mb-1.5 flex items-center gap-1.5 px-1 text-xs text-muted">
      Through
      <select
        value={chosen}
        onChange={(event) => chooseChannel(chat, event.target.value)}
        className="h-7 min-w-0 rounded-md border border-line bg-surface px-1.5 font-medium text-ink"
      >
        <option value="">the channel of the last message</option>
        {fitting.map(({ channelId, plainId }) => (
          <option key={channelId} value={channelId}>
            {plainId || channelId}
          </option>
        ))}
      </select>
    </label>
  )
}

import type { ConversationChannel } from '@crm-chat/core/conversation'
import type { ReactNode } from 'react'
import { useActions, useConversationState, useWords } from '../ConversationContext.ts'

/** Selects the channel for replies, if several reach the chat. */
export function ChannelChoice({ channel }: { channel: ConversationChannel | undefined }): ReactNode {
  const { chooseChannel } = useActions()
  const words = useWords()
  const channels = useConversationState((state) => state.allowed.channels)
  const fitting = channels.filter(({ isFitting }) => isFitting)
  if (fitting.length < 2) return null
  return (
    <label className="cc-channel-choice">
      <span className="cc-no-break">{words.sendVia}</span>
      <select
        value={channel?.id ?? ''}
        onChange={(event) => chooseChannel(event.target.value)}
        className="cc-channel-select"
      >
        {fitting.map(({ id, name, works }) => (
          <option key={id} value={id} disabled={!works}>
            {works ? name : `${name} · ${words.channelOff}`}
          </option>
        ))}
      </select>
    </label>
  )
}

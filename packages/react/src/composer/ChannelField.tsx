import { findComposerChannel, findRecipient, listChannels } from '@crm-chat/core/composer'
import type { ReactNode } from 'react'
import { useWords } from '../conversation/ConversationContext.ts'
import { isolate } from '../conversation/isolate.ts'
import { useComposerActions, useComposerState, useComposerWords } from './ComposerContext.ts'

/** Chooses the channel, or the account, among those that reach the recipient. */
export function ChannelField(): ReactNode {
  const state = useComposerState()
  const { chooseChannel } = useComposerActions()
  const words = useComposerWords()
  const shared = useWords()
  const recipient = findRecipient(state)
  const channel = findComposerChannel(state)
  if (!recipient || !channel) return null
  const channels = listChannels(state, recipient.chatType)
  if (channels.length === 1)
    return (
      <p className="cc-compose-line">
        <span className="cc-compose-name">{words.from}</span>
        <bdi className="cc-compose-fixed">{channel.name}</bdi>
      </p>
    )
  return (
    <label className="cc-compose-line">
      <span className="cc-compose-name">{words.from}</span>
      <select
        dir="auto"
        value={channel.id}
        onChange={(event) => chooseChannel(event.target.value)}
        className="cc-input cc-select"
      >
        {channels.map(({ id, name, works }) => (
          <option key={id} value={id} disabled={!works}>
            {isolate(works ? name : `${name} · ${shared.channelOff}`, shared)}
          </option>
        ))}
      </select>
    </label>
  )
}

import type { ConversationChannel } from '@crm-chat/core/conversation'
import type { ReactNode } from 'react'
import { useWords } from '../ConversationContext.ts'
import { fill } from '../format.ts'

interface TemplateChannelProps {
  /** Channels that the template can be sent through. */
  channels: readonly ConversationChannel[]
  value: string
  onChange: (channelId: string) => void
}

/** Selects the channel that a template is sent through. */
export function TemplateChannel({ channels, value, onChange }: TemplateChannelProps): ReactNode {
  const words = useWords()
  const [only] = channels
  if (!only)
    return (
      <p role="alert" className="cc-place-problem">
        {words.noTemplateChannel}
      </p>
    )
  if (channels.length === 1) return <p className="cc-template-note">{fill(words.sentVia, { channel: only.name })}</p>
  return (
    <label className="cc-place">
      <span className="cc-place-name">{words.sendVia}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)} className="cc-input cc-select">
        {channels.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

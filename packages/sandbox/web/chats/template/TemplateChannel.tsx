import { describeChannel } from '../session/describeChannel.ts'
import { useChatsState } from '../session/SessionProvider.tsx'

interface TemplateChannelProps {
  channelIds: string[]
  value: string
  onChange: (channelId: string) => void
}

/** Selects the WABA channel a template is sent through. */
export function TemplateChannel({ channelIds, value, onChange }: TemplateChannelProps) {
  const channels = useChatsState((state) => state.channels)
  const fitting = channels.filter(({ channelId }) => channelIds.includes(channelId))
  const [only] = fitting
  if (!only) {
    return (
      <p role="alert" className="text-[13px] text-alert-ink">
        Templates need a working WhatsApp Business (WABA) channel, and you have none.
      </p>
    )
  }
  if (fitting.length === 1) return <p className="text-xs text-muted">Sent via {describeChannel(only)}.</p>
  return (
    <label className="grid gap-1">
      <span className="text-[13px] font-medium">Send via</span>
      <select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-10 rounded-lg border border-line bg-canvas px-2.5"
      >
        {fitting.map((channel) => (
          <option key={channel.channelId} value={channel.channelId}>
            {describeChannel(channel)}
          </option>
        ))}
      </select>
    </label>
  )
}

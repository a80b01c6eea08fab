import { describeChannel } from '../composer/describeChannel.ts'
import { useChatsState } from '../session/SessionProvider.tsx'

interface TemplateChannelProps {
  channelIds: string[]
  value: string
  onChange: (channelId: string) => void
}

/** Through which of the company's WABA accounts a template goes. */
export function TemplateChannel({ channelIds, value, onChange }: TemplateChannelProps) {
  const channels = useChatsState((state) => state.channels)
  const fitting = channels.filter(({ channelId }) => channelIds.includes(channelId))
  const [only] = fitting
  if (!only) {
    return (
      <p role="alert" className="text-[13px] text-alert-ink">
        Templates go through WhatsApp Business (WABA) channels, and none of yours works.
      </p>
    )
  }
  if (fitting.length === 1) return <p className="text-xs text-muted">Goes out through {describeChannel(only)}.</p>
  return (
    <label className="grid gap-1">
      <span className="text-[13px] font-medium">Through</span>
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

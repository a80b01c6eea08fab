import { ArrowDownLeft, ArrowUpRight } from 'lucide-react'
import type { LiveSocket } from '../../../src/server/sockets/liveSockets.ts'
import { formatSeconds } from '../../ui/format/formatTime.ts'

type Frame = LiveSocket['frames'][number]

/** The messages of a connection, latest first. */
export function Frames({ frames }: { frames: Frame[] }) {
  if (frames.length === 0) return <p>No messages yet.</p>
  return (
    <section aria-label="Messages" className="grid grid-cols-1 gap-2">
      {frames.toReversed().map((frame, index) => (
        <FrameLine key={frames.length - index} frame={frame} />
      ))}
    </section>
  )
}

function FrameLine({ frame: { at, direction, event, value } }: { frame: Frame }) {
  const isSent = direction === 'told'
  const Icon = isSent ? ArrowDownLeft : ArrowUpRight
  return (
    <div className="grid grid-cols-1 gap-1 rounded-lg bg-canvas px-3 py-2">
      <p className="flex items-center gap-2 text-xs">
        <Icon aria-hidden="true" className={`size-3.5 shrink-0 ${isSent ? 'text-good-ink' : 'text-accent'}`} />
        <span className="font-semibold">{event}</span>
        <span className="text-muted">{isSent ? 'sent' : 'received'}</span>
        <time className="ml-auto text-muted tabular-nums" dateTime={new Date(at).toISOString()}>
          {formatSeconds(at)}
        </time>
      </p>
      <pre className="font-mono text-xs leading-5 wrap-anywhere whitespace-pre-wrap">{JSON.stringify(value)}</pre>
    </div>
  )
}

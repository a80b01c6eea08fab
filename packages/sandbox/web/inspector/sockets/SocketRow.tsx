import { Bug } from 'lucide-react'
import type { LiveSocket } from '../../../src/server/sockets/liveSockets.ts'
import { ExpandableRow } from '../../ui/ExpandableRow.tsx'
import { formatSeconds } from '../../ui/format/formatTime.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Remark } from '../../ui/Remark.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { toHash } from '../shell/useAddress.ts'
import { Frames } from './Frames.tsx'

interface SocketRowProps {
  socket: LiveSocket
  isOpen: boolean
  onToggle: () => void
}

/** A connection in one line, expandable to its messages. */
export function SocketRow({ socket, isOpen, onToggle }: SocketRowProps) {
  const { operation, userId, openedAt, told, heard, frames, remark } = socket
  return (
    <ExpandableRow
      isOpen={isOpen}
      onToggle={onToggle}
      summary={
        <>
          <Tag tone="good">open</Tag>
          <span className="min-w-0 grow">
            <span className="block truncate font-semibold">{operation}</span>
            <span className="block truncate text-xs text-muted">
              {socketNames[operation] ?? 'Socket'} · user {userId} · sent {told}, received {heard}
            </span>
          </span>
          <time className="shrink-0 text-xs text-muted tabular-nums" dateTime={new Date(openedAt).toISOString()}>
            since {formatSeconds(openedAt)}
          </time>
        </>
      }
    >
      {remark !== null && <Remark text={remark} />}
      <div>
        <LinkButton href={toHash({ panel: 'faults', item: operation })}>
          <Bug aria-hidden="true" className="size-3.5" />
          Add a fault
        </LinkButton>
      </div>
      <Frames frames={frames} />
    </ExpandableRow>
  )
}

const socketNames: Record<string, string> = {
  'wazzup-v2.watchUnanswered': 'API V2 counter',
  'wazzup-v3.watchUnanswered': 'API v3 counter',
  'whatomate.watchEvents': 'Whatomate events',
  'chats.watchWindow': 'Chats page',
}

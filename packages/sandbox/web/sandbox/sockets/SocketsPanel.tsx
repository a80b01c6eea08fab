import { useQuery } from '@tanstack/react-query'
import { Unplug } from 'lucide-react'
import { useState } from 'react'
import type { LiveSocket } from '../../../src/sockets/liveSockets.ts'
import { formatSeconds } from '../../format/formatTime.ts'
import { Notice } from '../../parts/Notice.tsx'
import { callControl } from '../control/callControl.ts'
import { Json } from '../shell/Json.tsx'
import { Panel } from '../shell/Panel.tsx'
import { Problem } from '../shell/Problem.tsx'
import { Row } from '../shell/Row.tsx'
import { ScrollArea } from '../shell/ScrollArea.tsx'
import { Tag } from '../shell/Tag.tsx'

/** Who listens right now: counters and windows. */
export function SocketsPanel() {
  const { data: sockets, error } = useQuery({
    queryKey: ['sockets'],
    queryFn: async () => (await callControl<{ sockets: LiveSocket[] }>('GET /sockets')).sockets,
  })
  return (
    <Panel title="Sockets" about="Who listens right now">
      <ScrollArea className="p-3">
        <Problem error={error} />
        {sockets?.length === 0 && (
          <Notice icon={Unplug} title="Nobody listens">
            Counters and windows are here for as long as they are connected.
          </Notice>
        )}
        <ul aria-label="Sockets" className="grid gap-1">
          {sockets?.map((socket) => (
            <SocketRow key={socket.id} socket={socket} />
          ))}
        </ul>
      </ScrollArea>
    </Panel>
  )
}

function SocketRow({ socket: { operation, userId, openedAt, told, heard, last } }: { socket: LiveSocket }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Row
      isOpen={isOpen}
      onToggle={() => setIsOpen(!isOpen)}
      summary={
        <>
          <Tag tone="good">open</Tag>
          <span className="min-w-0 grow">
            <span className="block truncate font-semibold">{operation}</span>
            <span className="block truncate text-xs text-muted">
              user {userId} · told {told}, heard {heard}
            </span>
          </span>
          <time className="shrink-0 text-xs text-muted tabular-nums" dateTime={new Date(openedAt).toISOString()}>
            since {formatSeconds(openedAt)}
          </time>
        </>
      }
    >
      {last ? <Json title={`Told last: ${last.event}`} value={last.value} /> : <p>It was told nothing yet.</p>}
    </Row>
  )
}

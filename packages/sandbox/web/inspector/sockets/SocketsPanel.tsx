import { useQuery } from '@tanstack/react-query'
import { Unplug } from 'lucide-react'
import { useState } from 'react'
import type { LiveSocket } from '../../../src/server/sockets/liveSockets.ts'
import { FilterField } from '../../ui/FilterField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { RowList } from '../../ui/RowList.tsx'
import { ScrollArea } from '../../ui/ScrollArea.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { callControl } from '../control/callControl.ts'
import { Panel } from '../shell/Panel.tsx'
import { PauseButton } from '../shell/PauseButton.tsx'
import { replaceHash, useAddress } from '../shell/useAddress.ts'
import { usePause } from '../shell/usePause.ts'
import { SocketRow } from './SocketRow.tsx'

/** The open sockets of counters and chats pages, with their messages. */
export function SocketsPanel() {
  const [query, setQuery] = useState('')
  const { data, error } = useQuery({
    queryKey: ['sockets'],
    queryFn: async () => (await callControl<{ sockets: LiveSocket[] }>('GET /sockets')).sockets,
  })
  const pause = usePause(data, ({ id }) => id)
  const { item } = useAddress()
  const words = query.toLowerCase().split(/\s+/)
  const found = pause.shown?.filter(({ operation, userId }) =>
    words.every((word) => `${operation} ${userId}`.toLowerCase().includes(word)),
  )
  return (
    <Panel
      title="Sockets"
      about="Open connections"
      actions={
        <>
          <FilterField label="Filter sockets" placeholder="Operation or user" value={query} onChange={setQuery} />
          <PauseButton pause={pause} />
        </>
      }
    >
      <ScrollArea className="p-3">
        <Problem error={error} />
        {!data && !error && <Skeleton />}
        {pause.shown?.length === 0 && (
          <Notice icon={Unplug} title="No open connections">
            Counters and chats pages appear here while they are connected. Open the chats page, or start your CRM.
          </Notice>
        )}
        <RowList name="Sockets">
          {found?.map((socket) => {
            const isOpen = socket.id === item
            const toggle = () => replaceHash({ panel: 'sockets', item: isOpen ? null : socket.id })
            return <SocketRow key={socket.id} socket={socket} isOpen={isOpen} onToggle={toggle} />
          })}
        </RowList>
      </ScrollArea>
    </Panel>
  )
}

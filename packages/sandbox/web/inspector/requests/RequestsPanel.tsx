import { useMutation, useQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { useState } from 'react'
import type { JournalEntry, Verdict } from '../../../src/server/journal/createJournal.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { ScrollArea } from '../../ui/ScrollArea.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { callControl } from '../control/callControl.ts'
import { Panel } from '../shell/Panel.tsx'
import { PauseButton } from '../shell/PauseButton.tsx'
import { useAddress } from '../shell/useAddress.ts'
import { usePause } from '../shell/usePause.ts'
import { filterRequests } from './filterRequests.ts'
import { foldRequests } from './foldRequests.ts'
import { RequestRuns } from './RequestRuns.tsx'
import { requestsQueryOptions } from './requestsQueryOptions.ts'
import { TryThis } from './TryThis.tsx'

/** The CRM's requests to the vendors, live, each with its operation and outcome. */
export function RequestsPanel() {
  const [query, setQuery] = useState('')
  const [verdict, setVerdict] = useState<Verdict | 'all'>('all')
  const { data, error } = useQuery(requestsQueryOptions())
  const pause = usePause(data, ({ id }) => id)
  const clear = useMutation({ mutationFn: () => callControl('DELETE /requests') })
  const requests = pause.shown
  return (
    <Panel
      title="Requests"
      about="Sent by the CRM to the vendors"
      actions={
        <>
          <FilterField label="Filter requests" placeholder="Path, user or status" value={query} onChange={setQuery} />
          <Choice label="Outcome" value={verdict} options={verdictOptions} onChange={setVerdict} />
          <PauseButton pause={pause} />
          <Button onClick={() => clear.mutate()}>Clear</Button>
        </>
      }
    >
      <ScrollArea className="p-3">
        <Problem error={error ?? clear.error} />
        {!data && !error && <Skeleton />}
        {requests?.length === 0 && <TryThis />}
        {requests && requests.length > 0 && (
          <Requests found={filterRequests(requests, { query, verdict })} known={requests} />
        )}
      </ScrollArea>
    </Panel>
  )
}

function Requests({ found, known }: { found: JournalEntry[]; known: JournalEntry[] }) {
  const { item } = useAddress()
  return (
    <>
      {item !== null && !known.some(({ id }) => String(id) === item) && (
        <p className="mb-3 rounded-lg bg-warn px-3 py-2 text-[13px] text-warn-ink">
          Request {item} is not available. The sandbox keeps the latest 1,000.
        </p>
      )}
      {found.length === 0 && <Notice icon={SearchX} title="No matching requests" />}
      <RequestRuns runs={foldRequests(found)} />
    </>
  )
}

const verdictOptions: { value: Verdict | 'all'; name: string }[] = [
  { value: 'all', name: 'All outcomes' },
  { value: 'answered', name: 'Answered' },
  { value: 'refused', name: 'Refused' },
  { value: 'unauthorized', name: 'Unauthorized' },
  { value: 'limited', name: 'Limited' },
  { value: 'unknown', name: 'Unknown' },
  { value: 'fault', name: 'Fault' },
  { value: 'failed', name: 'Failed' },
]

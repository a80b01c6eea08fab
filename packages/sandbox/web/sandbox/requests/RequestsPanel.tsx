import { useQuery } from '@tanstack/react-query'
import { Inbox, SearchX } from 'lucide-react'
import { useState } from 'react'
import { Notice } from '../../parts/Notice.tsx'
import { callControl } from '../control/callControl.ts'
import { Button } from '../shell/Button.tsx'
import { FilterField } from '../shell/FilterField.tsx'
import { Panel } from '../shell/Panel.tsx'
import { Problem } from '../shell/Problem.tsx'
import { ScrollArea } from '../shell/ScrollArea.tsx'
import { filterRequests } from './filterRequests.ts'
import { RequestRow } from './RequestRow.tsx'
import { requestsQueryOptions } from './requestsQueryOptions.ts'

/** What the CRM has asked of the vendors, live, with which operation it was and what became of it. */
export function RequestsPanel() {
  const [query, setQuery] = useState('')
  const { data: requests, error } = useQuery(requestsQueryOptions())
  const found = filterRequests(requests ?? [], query)
  return (
    <Panel
      title="Requests"
      about="What the CRM asks of the vendors"
      actions={
        <>
          <FilterField
            label="Filter requests"
            placeholder="Path, operation or status"
            value={query}
            onChange={setQuery}
          />
          <Button onClick={() => void callControl('DELETE /requests')}>Clear</Button>
        </>
      }
    >
      <ScrollArea className="p-3">
        <Problem error={error} />
        {requests?.length === 0 && (
          <Notice icon={Inbox} title="No requests yet">
            Each one appears here by itself, as soon as the CRM makes it.
          </Notice>
        )}
        {requests && requests.length > 0 && found.length === 0 && (
          <Notice icon={SearchX} title="No request like that" />
        )}
        <ul aria-label="Requests" className="grid gap-1">
          {found.map((request) => (
            <RequestRow key={request.id} request={request} />
          ))}
        </ul>
      </ScrollArea>
    </Panel>
  )
}

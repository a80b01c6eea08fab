import { useMutation, useQuery } from '@tanstack/react-query'
import { RotateCw, SearchX } from 'lucide-react'
import { useState } from 'react'
import type { Delivery } from '../../../src/server/webhooks/delivery.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
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
import { DeliveryRow } from './DeliveryRow.tsx'
import { Endpoints } from './Endpoints.tsx'
import { filterDeliveries } from './filterDeliveries.ts'
import { NoWebhooks } from './NoWebhooks.tsx'
import { webhooksQueryOptions } from './webhookQueries.ts'

type Status = Delivery['status'] | 'all'

/** The webhooks sent to the CRM, live, each with its outcome. */
export function WebhooksPanel() {
  const [query, setQuery] = useState('')
  const [status, setStatus] = useState<Status>('all')
  const { data, error } = useQuery(webhooksQueryOptions())
  const pause = usePause(data?.deliveries, ({ deliveryId }) => deliveryId)
  const replayAll = useMutation({ mutationFn: () => callControl('POST /webhooks/replay') })
  const clear = useMutation({ mutationFn: () => callControl('DELETE /webhooks') })
  const isEmpty = pause.shown?.length === 0
  return (
    <Panel
      title="Webhooks"
      about="Events sent to the CRM"
      actions={
        <>
          <FilterField label="Filter webhooks" placeholder="Event, address or text" value={query} onChange={setQuery} />
          <Choice label="Status" value={status} options={statusOptions} onChange={setStatus} />
          <PauseButton pause={pause} />
          <Button disabled={isEmpty || replayAll.isPending} onClick={() => replayAll.mutate()}>
            <RotateCw aria-hidden="true" className="size-3.5" />
            Replay all
          </Button>
          <Button disabled={isEmpty} onClick={() => clear.mutate()}>
            Clear
          </Button>
        </>
      }
    >
      <ScrollArea className="p-3">
        <Problem error={error ?? replayAll.error ?? clear.error} />
        {!data && !error && <Skeleton />}
        {data && data.endpoints.length > 0 && <Endpoints endpoints={data.endpoints} />}
        {data && isEmpty && <NoWebhooks isRegistered={data.endpoints.length > 0} />}
        {pause.shown && !isEmpty && <Deliveries found={filterDeliveries(pause.shown, { query, status })} />}
      </ScrollArea>
    </Panel>
  )
}

function Deliveries({ found }: { found: Delivery[] }) {
  const { item } = useAddress()
  return (
    <>
      {found.length === 0 && <Notice icon={SearchX} title="No matching webhooks" />}
      <RowList name="Webhooks">
        {found.map((delivery) => {
          const isOpen = delivery.deliveryId === item
          const toggle = () => replaceHash({ panel: 'webhooks', item: isOpen ? null : delivery.deliveryId })
          return <DeliveryRow key={delivery.deliveryId} delivery={delivery} isOpen={isOpen} onToggle={toggle} />
        })}
      </RowList>
    </>
  )
}

const statusOptions: { value: Status; name: string }[] = [
  { value: 'all', name: 'All' },
  { value: 'delivered', name: 'Delivered' },
  { value: 'failed', name: 'Failed' },
  { value: 'waiting', name: 'Waiting' },
  { value: 'held', name: 'Held' },
  { value: 'dropped', name: 'Dropped' },
]

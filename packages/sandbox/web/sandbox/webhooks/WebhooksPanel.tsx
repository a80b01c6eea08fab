import { useMutation, useQuery } from '@tanstack/react-query'
import { RotateCw, Webhook } from 'lucide-react'
import type { Delivery } from '../../../src/webhooks/delivery.ts'
import { Notice } from '../../parts/Notice.tsx'
import { callControl } from '../control/callControl.ts'
import { Button } from '../shell/Button.tsx'
import { Panel } from '../shell/Panel.tsx'
import { Problem } from '../shell/Problem.tsx'
import { ScrollArea } from '../shell/ScrollArea.tsx'
import { DeliveryRow } from './DeliveryRow.tsx'

/** What the vendors have told the CRM, and whether the CRM took it. */
export function WebhooksPanel() {
  const { data: deliveries, error } = useQuery({
    queryKey: ['webhooks'],
    queryFn: async () => (await callControl<{ deliveries: Delivery[] }>('GET /webhooks')).deliveries.toReversed(),
  })
  const replayAll = useMutation({ mutationFn: () => callControl('POST /webhooks/replay') })
  return (
    <Panel
      title="Webhooks"
      about="What the vendors tell the CRM"
      actions={
        <Button disabled={!deliveries?.length || replayAll.isPending} onClick={() => replayAll.mutate()}>
          <RotateCw aria-hidden="true" className="size-3.5" />
          Replay all
        </Button>
      }
    >
      <ScrollArea className="p-3">
        <Problem error={error ?? replayAll.error} />
        {deliveries?.length === 0 && (
          <Notice icon={Webhook} title="No webhooks yet">
            They go out once the CRM has registered an address for them.
          </Notice>
        )}
        <ul aria-label="Webhooks" className="grid gap-1">
          {deliveries?.map((delivery) => (
            <DeliveryRow key={delivery.deliveryId} delivery={delivery} />
          ))}
        </ul>
      </ScrollArea>
    </Panel>
  )
}

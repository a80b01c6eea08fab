import { queryOptions } from '@tanstack/react-query'
import type { ActiveFaultRule } from '../../../src/server/faults/faultRule.ts'
import type { DeliveryFault } from '../../../src/server/webhooks/deliveryFaults.ts'
import { callControl } from '../control/callControl.ts'

/** The rules at work, and what rules can be for. */
export interface FaultsAnswer {
  faults: ActiveFaultRule[]
  operations: string[]
}

/** The rules by which requests, sockets and the chats page go wrong. */
export const faultsQueryOptions = () =>
  queryOptions({ queryKey: ['faults'], queryFn: () => callControl<FaultsAnswer>('GET /faults') })

/** The rules by which webhooks go wrong. */
export const deliveryFaultsQueryOptions = () =>
  queryOptions({
    queryKey: ['webhooks', 'faults'],
    queryFn: async () => (await callControl<{ faults: DeliveryFault[] }>('GET /webhooks/faults')).faults,
  })

import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ActiveFaultRule } from '../../../src/server/faults/faultRule.ts'
import type { DeliveryFault } from '../../../src/server/webhooks/deliveryFaults.ts'
import { callControl } from '../control/callControl.ts'
import { describeDeliveryFault, describeRule } from './describeFault.ts'
import type { FaultLineProps } from './FaultLine.tsx'
import { deliveryFaultNames, faultNames } from './faultKinds.ts'

interface FaultsResponse {
  faults: ActiveFaultRule[]
  operations: string[]
}

const faultsQueryOptions = () =>
  queryOptions({ queryKey: ['faults'], queryFn: () => callControl<FaultsResponse>('GET /faults') })

const deliveryFaultsQueryOptions = () =>
  queryOptions({
    queryKey: ['webhooks', 'faults'],
    queryFn: async () => (await callControl<{ faults: DeliveryFault[] }>('GET /webhooks/faults')).faults,
  })

/** Returns all fault rules, those of webhooks last, and the operations rules can apply to. Undefined while loading. */
export function useFaultLines(): {
  lines: FaultLineProps[] | undefined
  operations: string[] | undefined
  error: Error | null
} {
  const rules = useQuery(faultsQueryOptions())
  const deliveryRules = useQuery(deliveryFaultsQueryOptions())
  const lines = rules.data?.faults.map((rule) => ({
    path: `/faults/${rule.id}`,
    name: faultNames[rule.fault.kind],
    description: describeRule(rule),
    on: rule.on,
    seen: rule.seen,
    hits: rule.hits,
  }))
  const deliveryLines = deliveryRules.data?.map((rule) => ({
    path: `/webhooks/faults/${rule.faultId}`,
    name: `Webhook ${deliveryFaultNames[rule.kind].toLowerCase()}`,
    description: describeDeliveryFault(rule),
    on: rule.on,
    seen: rule.matches,
    hits: rule.hits,
  }))
  return {
    lines: lines && deliveryLines && [...lines, ...deliveryLines],
    operations: rules.data?.operations,
    error: rules.error ?? deliveryRules.error,
  }
}

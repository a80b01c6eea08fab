import { useQuery } from '@tanstack/react-query'
import { describeDeliveryFault, describeRule } from './describeFault.ts'
import type { FaultLineProps } from './FaultLine.tsx'
import { deliveryFaultNames, faultNames } from './faultKinds.ts'
import { deliveryFaultsQueryOptions, faultsQueryOptions } from './faultQueries.ts'

/** Every rule at work, those of webhooks last, and what rules can be for; nothing while it is not known. */
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
    words: describeRule(rule),
    on: rule.on,
    seen: rule.seen,
    hits: rule.hits,
  }))
  const deliveryLines = deliveryRules.data?.map((rule) => ({
    path: `/webhooks/faults/${rule.faultId}`,
    name: `A webhook ${deliveryFaultNames[rule.kind].toLowerCase()}`,
    words: describeDeliveryFault(rule),
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

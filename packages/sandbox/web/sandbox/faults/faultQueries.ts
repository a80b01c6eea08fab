import { queryOptions } from '@tanstack/react-query'
import type { ActiveFaultRule } from '../../../src/faults/faultRule.ts'
import { callControl } from '../control/callControl.ts'

/** The rules at work, and what rules can be for. */
export interface FaultsAnswer {
  faults: ActiveFaultRule[]
  operations: string[]
}

/** The rules by which things go wrong. */
export const faultsQueryOptions = () =>
  queryOptions({ queryKey: ['faults'], queryFn: () => callControl<FaultsAnswer>('GET /faults') })

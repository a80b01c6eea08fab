import { queryOptions } from '@tanstack/react-query'
import type { ClockMode } from '../../../src/store/clock/clockOptions.ts'
import { callControl } from '../control/callControl.ts'

/** The sandbox's time, ISO 8601, and how it passes. */
export type ClockAnswer = ClockMode & { now: string }

/** The account's clock. */
export const clockQueryOptions = () =>
  queryOptions({ queryKey: ['clock'], queryFn: () => callControl<ClockAnswer>('GET /clock'), staleTime: 0 })

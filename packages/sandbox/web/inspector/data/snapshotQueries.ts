import { queryOptions } from '@tanstack/react-query'
import type { Snapshot } from '../../../src/store/dump/createSnapshots.ts'
import { callControl } from '../control/callControl.ts'

/** The states of the data that are kept by name. */
export const snapshotsQueryOptions = () =>
  queryOptions({
    queryKey: ['snapshots'],
    queryFn: async () => (await callControl<{ snapshots: Snapshot[] }>('GET /snapshots')).snapshots,
  })

import { queryOptions } from '@tanstack/react-query'
import type { JournalEntry } from '../../../src/server/journal/createJournal.ts'
import { callControl } from '../control/callControl.ts'

/** The latest requests to the vendors' APIs, newest first. */
export const requestsQueryOptions = () =>
  queryOptions({
    queryKey: ['requests'],
    queryFn: async () => (await callControl<{ requests: JournalEntry[] }>('GET /requests')).requests.toReversed(),
  })

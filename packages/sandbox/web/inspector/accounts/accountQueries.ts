import { queryOptions } from '@tanstack/react-query'
import { callControl } from '../control/callControl.ts'

/** A tenant of the sandbox, and what opens it. */
export interface ControlAccount {
  accountId: number
  apiKey: string
  whatomateKey: string
}

/** Every account of the sandbox; the first is there from the start. */
export const accountsQueryOptions = () =>
  queryOptions({
    queryKey: ['accounts'],
    queryFn: async () => (await callControl<{ accounts: ControlAccount[] }>('GET /accounts')).accounts,
  })

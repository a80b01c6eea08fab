import { queryOptions, useQuery } from '@tanstack/react-query'
import { callControl } from '../control/callControl.ts'

/** An account of the sandbox, with its keys. */
export interface ControlAccount {
  accountId: number
  apiKey: string
  whatomateKey: string
}

/** All accounts of the sandbox, the default one first. */
export const accountsQueryOptions = () =>
  queryOptions({
    queryKey: ['accounts'],
    queryFn: async () => (await callControl<{ accounts: ControlAccount[] }>('GET /accounts')).accounts,
  })

/** Returns the account named as `account` in the page's address, or the default one. */
export function useAccount():
  | { status: 'pending' }
  | { status: 'known'; account: ControlAccount }
  | { status: 'unknown'; requested: string } {
  const { data: accounts } = useQuery(accountsQueryOptions())
  const requested = new URLSearchParams(location.search).get('account')
  if (!accounts) return { status: 'pending' }
  const account = requested === null ? accounts[0] : accounts.find(({ accountId }) => String(accountId) === requested)
  return account ? { status: 'known', account } : { status: 'unknown', requested: requested ?? '' }
}

/** Returns the address of the current panel for another account. Opening it reloads the page, which clears all data. */
export function toAccountUrl(accountId: number): string {
  const url = new URL(location.href)
  url.searchParams.set('account', String(accountId))
  url.hash = url.hash.split('/').slice(0, 2).join('/') // The open item belongs to the old account.
  return url.href
}

import { useQuery } from '@tanstack/react-query'
import { accountsQueryOptions, type ControlAccount } from './accountQueries.ts'

/** The account that the page is about: the one its address names as `account`, else the first. */
export function useAccount():
  | { status: 'pending' }
  | { status: 'known'; account: ControlAccount }
  | { status: 'unknown'; wanted: string } {
  const { data: accounts } = useQuery(accountsQueryOptions())
  const wanted = new URLSearchParams(location.search).get('account')
  if (!accounts) return { status: 'pending' }
  const account = wanted === null ? accounts[0] : accounts.find(({ accountId }) => String(accountId) === wanted)
  return account ? { status: 'known', account } : { status: 'unknown', wanted: wanted ?? '' }
}

/** Where the page is about another account, at the same panel. The whole page is loaded anew: nothing of the other is left. */
export function toAccountUrl(accountId: number): string {
  const url = new URL(location.href)
  url.searchParams.set('account', String(accountId))
  url.hash = url.hash.split('/').slice(0, 2).join('/') // What was open belongs to the account that is left.
  return url.href
}

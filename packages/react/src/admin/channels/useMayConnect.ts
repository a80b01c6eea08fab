import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../../query/sessionQuery.ts'
import { useChat } from '../../useChat.ts'

/** Answer to the question if the user may connect channels here. `elsewhere`: the vendor does not let anyone do it here. */
export type MayConnect = 'unknown' | 'yes' | 'forbidden' | 'elsewhere'

/** Tells if the user may connect and delete channels. */
export function useMayConnect(): MayConnect {
  const { data } = useQuery({ ...sessionQuery(useChat()), staleTime: Number.POSITIVE_INFINITY })
  if (!data) return 'unknown'
  if (data.capabilities.includes('channelAdmin')) return 'yes'
  return data.restricted?.includes('channelAdmin') ? 'forbidden' : 'elsewhere'
}

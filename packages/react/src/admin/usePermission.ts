import type { Capability } from '@crm-chat/protocol'
import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../query/sessionQuery.ts'
import { useChat } from '../useChat.ts'

/**
 * Tells if the user may use a capability: `forbidden` where administrators may, `notOffered` where nobody may here, `unknown` until
 * the session has been read.
 */
export type Permission = 'unknown' | 'granted' | 'forbidden' | 'notOffered'

/** Returns the user's permission to use a capability of the proxy. */
export function usePermission(name: Capability): Permission {
  const { data } = useQuery({ ...sessionQuery(useChat()), staleTime: Number.POSITIVE_INFINITY })
  if (!data) return 'unknown'
  if (data.capabilities.includes(name)) return 'granted'
  return data.restricted?.includes(name) ? 'forbidden' : 'notOffered'
}

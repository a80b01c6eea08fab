import { type QueryFilters, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { createRefresh } from './createRefresh.ts'
import type { LiveMessage } from './liveMessage.ts'
import { openStream } from './openStream.ts'
import { pollChanges } from './pollChanges.ts'
import { shareConnection } from './shareConnection.ts'

/**
 * Refetches data when the sandbox reports a change of the account, while the component is mounted. All tabs of a browser
 * share one connection.
 */
export function useLive(accountId: number | undefined): 'connecting' | 'live' | 'lost' {
  const queryClient = useQueryClient()
  const [status, setStatus] = useState<'connecting' | 'live' | 'lost'>('connecting')
  const latestId = useRef(accountId)
  useEffect(() => {
    latestId.current = accountId
  }, [accountId])
  useEffect(() => {
    const { refresh, close } = createRefresh(queryClient)
    const closing = new AbortController()
    let wasLost = false
    const onMessage = (message: LiveMessage): void => {
      if (message.kind === 'changed') {
        refresh(toFilters(message, latestId.current))
        return
      }
      setStatus(message.kind === 'opened' ? 'live' : 'lost')
      if (message.kind === 'opened') refresh(wasLost ? {} : data) // Changes may have been missed while disconnected.
      wasLost = message.kind === 'lost'
    }
    void shareConnection({ connect: openStream, connectAlone: pollChanges, onMessage, signal: closing.signal })
    return () => {
      closing.abort()
      close()
    }
  }, [queryClient])
  return status
}

/** Selects the queries that a change affects. While the tab does not know its account, those of any account. */
function toFilters(change: LiveMessage & { kind: 'changed' }, accountId: number | undefined): QueryFilters {
  if (!('topic' in change)) return data
  const isOther = 'accountId' in change && accountId !== undefined && change.accountId !== accountId
  return isOther ? none : { queryKey: [change.topic] }
}

/** All queries except the link to the chats page, because a new link would reload that page. */
const data: QueryFilters = { predicate: ({ queryKey: [name] }) => name !== 'link' }
const none: QueryFilters = { predicate: () => false }

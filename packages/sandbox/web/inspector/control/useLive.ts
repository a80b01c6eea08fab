import { type QueryFilters, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { toControlUrl } from './callControl.ts'
import { createRefresh } from './createRefresh.ts'

/** Refetches data when the sandbox reports a change, while the component is mounted. */
export function useLive(): 'connecting' | 'live' | 'lost' {
  const queryClient = useQueryClient()
  const [status, setStatus] = useState<'connecting' | 'live' | 'lost'>('connecting')
  useEffect(() => {
    const { refresh, close } = createRefresh(queryClient)
    const source = new EventSource(toControlUrl('/events'))
    let wasLost = false
    source.addEventListener('open', (event) => {
      setStatus('live')
      if (!(event instanceof MessageEvent)) return // The browser's own event of this name; the sandbox sends another.
      refresh(wasLost ? {} : data) // Events may have been missed while disconnected.
    })
    source.addEventListener('error', () => {
      wasLost = true
      setStatus('lost') // EventSource reconnects by itself.
    })
    source.addEventListener('changed', ({ data }: MessageEvent<string>) => refresh({ queryKey: [data] }))
    return () => {
      source.close()
      close()
    }
  }, [queryClient])
  return status
}

/** All queries except the link to the chats page, because a new link would reload that page. */
const data: QueryFilters = { predicate: ({ queryKey: [name] }) => name !== 'link' }

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { toControlUrl } from './callControl.ts'

/** Refetches data when the sandbox reports a change, while the component is mounted. */
export function useLive(): 'connecting' | 'live' | 'lost' {
  const queryClient = useQueryClient()
  const [status, setStatus] = useState<'connecting' | 'live' | 'lost'>('connecting')
  useEffect(() => {
    const source = new EventSource(toControlUrl('/events'))
    source.addEventListener('open', () => {
      setStatus('live')
      void queryClient.invalidateQueries() // Events may have been missed while disconnected.
    })
    source.addEventListener('error', () => setStatus('lost')) // EventSource reconnects by itself.
    source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      void queryClient.invalidateQueries({ queryKey: [data] })
    })
    return () => source.close()
  }, [queryClient])
  return status
}

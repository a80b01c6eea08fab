import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { toControlUrl } from './callControl.ts'

/** Asks again for whatever the sandbox says has changed, for as long as the component is there. */
export function useLive(): 'connecting' | 'live' | 'lost' {
  const queryClient = useQueryClient()
  const [status, setStatus] = useState<'connecting' | 'live' | 'lost'>('connecting')
  useEffect(() => {
    const source = new EventSource(toControlUrl('/events'))
    source.addEventListener('open', () => {
      setStatus('live')
      void queryClient.invalidateQueries() // Something may have happened while nobody listened.
    })
    source.addEventListener('error', () => setStatus('lost')) // It comes back by itself.
    source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      void queryClient.invalidateQueries({ queryKey: [data] })
    })
    return () => source.close()
  }, [queryClient])
  return status
}

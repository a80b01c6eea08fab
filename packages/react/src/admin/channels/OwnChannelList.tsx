'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ChannelList, type ChannelListProps } from './ChannelList.tsx'

/** A {@link ChannelList} with a cache of its own, for a page that has none. */
export function OwnChannelList(props: ChannelListProps): ReactNode {
  const [queryClient] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={queryClient}>
      <ChannelList {...props} />
    </QueryClientProvider>
  )
}

import { ChatProvider } from '@crm-chat/react'
import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import type { User } from '../../api/user.ts'
import { settingsQueryOptions } from '../admin/adminQueries.ts'
import { useSpeech } from '../words/speech.ts'

const SocketChat = lazy(async () => ({ default: (await import('./SocketChat.tsx')).SocketChat }))

/** Shares the chat's connection with all pages, by the vendor and the transport of the settings. */
export function CrmChat({ user, children }: { user: User; children: ReactNode }): ReactNode {
  const language = useSpeech((speech) => speech.language)
  const settings = useQuery(settingsQueryOptions())
  if (settings.isPending) return null
  const { vendor = '', transport = 'sse' } = settings.data?.settings ?? {}
  const userId = `${user.id} ${vendor}` // Another vendor gets a client of its own, too.
  if (transport === 'sse') {
    return (
      <ChatProvider endpoint="/chat" userId={userId} locale={language}>
        {children}
      </ChatProvider>
    )
  }
  return (
    <Suspense>
      <SocketChat key={userId} userId={userId} locale={language}>
        {children}
      </SocketChat>
    </Suspense>
  )
}

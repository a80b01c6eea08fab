import { createTestChat, type TestChat, type TestChatOptions } from '@crm-chat/core/testing'
import { ChatProvider } from '@crm-chat/react'
import '@crm-chat/react/admin.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'

interface AdminSceneProps extends TestChatOptions {
  /** Steps that bring the component into its state. */
  play?: ((chat: TestChat) => void) | undefined
  children: ReactNode
}

/** A page for administrators, with a client and a cache of its own. */
export function AdminScene({ play, children, ...options }: AdminSceneProps): ReactNode {
  const [chat] = useState(() => createTestChat(options))
  const [queryClient] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }))
  useEffect(() => {
    play?.(chat)
  }, [play, chat])
  return (
    <QueryClientProvider client={queryClient}>
      <ChatProvider chat={chat}>
        <main style={{ maxWidth: '860px', margin: '0 auto', padding: '24px 16px' }}>{children}</main>
      </ChatProvider>
    </QueryClientProvider>
  )
}

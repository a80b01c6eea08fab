import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { SandboxApp } from './SandboxApp.tsx'
import '@crm-chat/react/styles.css'
import '@crm-chat/react/conversation.css'
import './styles.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element #root.')

/** Data stays fresh until the server reports a change. */
const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: 1, networkMode: 'always' } },
})

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <SandboxApp />
    </QueryClientProvider>
  </StrictMode>,
)

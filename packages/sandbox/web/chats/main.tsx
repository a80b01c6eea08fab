import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ChatsApp } from './ChatsApp.tsx'
import { createChatsSession } from './session/createChatsSession.ts'
import { createSocketSource } from './session/createSocketSource.ts'
import { SessionProvider } from './session/SessionProvider.tsx'
import '@crm-chat/react/styles.css'
import '@crm-chat/react/conversation.css'
import './styles.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element #root.')

const token = new URLSearchParams(location.search).get('token') ?? ''
const session = createChatsSession(createSocketSource(token))

createRoot(root).render(
  <StrictMode>
    <SessionProvider session={session}>
      <ChatsApp />
    </SessionProvider>
  </StrictMode>,
)

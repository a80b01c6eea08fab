import { ChatLauncher, ChatProvider, UnansweredBadge } from '@crm-chat/react'
import type { ReactNode } from 'react'
import '@crm-chat/react/styles.css'

export const metadata = { title: 'CRM', icons: 'data:,' }

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <ChatProvider>
          <nav>
            Chats <UnansweredBadge />
          </nav>
          {children}
          <ChatLauncher />
        </ChatProvider>
      </body>
    </html>
  )
}

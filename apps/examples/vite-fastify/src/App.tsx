import { ChatLauncher, ChatProvider, ChatWindow, UnansweredBadge } from '@crm-chat/react'

const contact = { name: 'Ann Smith', phone: '79998887766' }

export function App() {
  return (
    <ChatProvider>
      <nav>
        Chats <UnansweredBadge />
      </nav>
      <main>
        <h1>{contact.name}</h1>
        <div style={{ height: 480 }}>
          <ChatWindow chats={[{ chatType: 'whatsapp', chatId: contact.phone, name: contact.name }]} />
        </div>
      </main>
      <ChatLauncher />
    </ChatProvider>
  )
}

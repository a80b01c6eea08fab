'use client'

import { ChatWindow } from '@crm-chat/react'

/** A card's chat. Functions do not come from a server component, so that the handler is here. */
export function CardChat({ phone, name }: { phone: string; name: string }) {
  return (
    <div style={{ height: 480 }}>
      <ChatWindow
        chats={[{ chatType: 'whatsapp', chatId: phone, name }]}
        onEvent={(event) => console.info('The chat says', event.type)}
      />
    </div>
  )
}

import { ChatLauncher } from '@crm-chat/react'
import type { ReactNode } from 'react'
import { useMatch } from 'react-router'

/** All chats in a corner, on every page that has no chat of its own. */
export function PageLauncher(): ReactNode {
  const isChats = useMatch('/chats') !== null
  const isCard = useMatch('/contacts/:id') !== null
  return isChats || isCard ? null : <ChatLauncher placement="bottom-end" />
}

import { ChatWindow } from '@crm-chat/react'
import type { ReactNode } from 'react'
import { useWords } from '../words/speech.ts'

/** All of the user's chats, over the whole page. */
export function ChatsPage(): ReactNode {
  const words = useWords()
  return (
    <div className="h-full">
      <title>{words.pageTitle(words.chats.title)}</title>
      <h1 className="sr-only">{words.chats.title}</h1>
      <ChatWindow label={words.chats.all} className="rounded-none border-0" />
    </div>
  )
}

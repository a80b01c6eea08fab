import type { ReactNode } from 'react'
import type { ContactChat } from '../../api/chat.ts'
import { useWords } from '../words/speech.ts'
import { messengerLooks } from './messengerLooks.ts'

/** An account of a contact in a messenger. */
export function MessengerChip({ chat: { chatType, chatId } }: { chat: ContactChat }): ReactNode {
  const words = useWords()
  const { icon: Icon, color } = messengerLooks[chatType]
  return (
    <span
      title={`${words.messengers[chatType]} ${chatId}`}
      className={`inline-flex h-6 items-center gap-1.5 rounded-full border border-transparent px-2 text-xs font-medium ${color}`}
    >
      <Icon aria-hidden className="size-3.5" />
      {words.messengers[chatType]}
    </span>
  )
}

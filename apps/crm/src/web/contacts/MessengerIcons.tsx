import type { ReactNode } from 'react'
import type { ContactChat } from '../../api/chat.ts'
import { useWords } from '../words/speech.ts'
import { messengerLooks } from './messengerLooks.ts'

/** The messengers that a contact uses, as icons. */
export function MessengerIcons({ chats }: { chats: readonly ContactChat[] }): ReactNode {
  const words = useWords()
  return (
    <ul className="flex gap-1">
      {[...new Set(chats.map(({ chatType }) => chatType))].map((chatType) => {
        const { icon: Icon, color } = messengerLooks[chatType]
        return (
          <li
            key={chatType}
            title={words.messengers[chatType]}
            className={`grid size-6 place-items-center rounded-full ${color}`}
          >
            <Icon role="img" aria-label={words.messengers[chatType]} className="size-3.5" />
          </li>
        )
      })}
    </ul>
  )
}

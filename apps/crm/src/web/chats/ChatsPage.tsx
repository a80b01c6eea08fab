import { ChatWindow } from '@crm-chat/react'
import { type ReactNode, useState } from 'react'
import { PartSwitch } from '../items/PartSwitch.tsx'
import { useWords } from '../words/speech.ts'
import { ChatDialogs } from './ChatDialogs.tsx'
import { useEntities } from './useEntities.ts'
import { WaitingList } from './WaitingList.tsx'

/** All of the user's chats, beside those who wait, with a way from each to its card. */
export function ChatsPage(): ReactNode {
  const words = useWords()
  const [part, setPart] = useState<'chat' | 'details'>('chat')
  const entities = useEntities()
  return (
    <div className="grid h-full grid-rows-[auto_minmax(0,1fr)] lg:grid-cols-[20rem_minmax(0,1fr)] lg:grid-rows-1">
      <title>{words.pageTitle(words.chats.title)}</title>
      <h1 className="sr-only">{words.chats.title}</h1>
      <div className="px-3 pb-2 lg:hidden">
        <PartSwitch chosen={part} onChoose={setPart} details={words.chats.waiting} />
      </div>
      <div className={`min-h-0 overflow-y-auto border-line lg:border-e ${part === 'details' ? '' : 'max-lg:hidden'}`}>
        <WaitingList onAdd={entities.add} />
      </div>
      <div className={`min-h-0 ${part === 'chat' ? '' : 'max-lg:hidden'}`}>
        <ChatWindow
          label={words.chats.all}
          onEntity={entities.handle}
          appearance={{ variables: { radius: '0px' } }}
          className="border-0"
        />
      </div>
      <ChatDialogs request={entities.request} onClose={entities.close} />
    </div>
  )
}

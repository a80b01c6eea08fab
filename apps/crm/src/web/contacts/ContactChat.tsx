import { ChatWindow, useCapability } from '@crm-chat/react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { ContactChat as Chat } from '../../api/chat.ts'
import type { Contact } from '../../api/contact.ts'
import { mayWrite } from '../../api/role.ts'
import { ChatDialogs } from '../chats/ChatDialogs.tsx'
import { useEntities } from '../chats/useEntities.ts'
import { useUser } from '../session/users.ts'
import { Select } from '../ui/Select.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { isolate } from '../words/isolate.ts'
import { useWords } from '../words/speech.ts'

const ChatConversation = lazy(async () => ({ default: (await import('./ChatConversation.tsx')).ChatConversation }))

/**
 * The chats with a contact: in the vendor's own window, or as a conversation of the CRM's. A user who writes to nobody sees only the
 * latter, where there is one: the window lets everybody write.
 */
export function ContactChat({ contact }: { contact: Contact }): ReactNode {
  const words = useWords()
  const entities = useEntities()
  const { name, chats } = contact
  const hasConversation = useCapability('conversation')
  const me = useUser()
  const readOnly = !me || !mayWrite(me.role)
  const [chosenView, setView] = useState<View>('window')
  const wanted = readOnly ? 'conversation' : chosenView
  const view = hasConversation ? wanted : 'window'
  const [chosen, setChosen] = useState(0)
  const chat = chats[chosen]
  return (
    <div className="grid h-full grid-rows-[auto_minmax(0,1fr)]">
      {hasConversation ? (
        <div className="flex flex-wrap items-center gap-2 p-2 lg:px-0 lg:pt-0 lg:pb-2.5">
          {!readOnly && <ViewSwitch chosen={view} onChoose={setView} />}
          {view === 'conversation' && chats.length > 1 && (
            <ChatChoice chats={chats} chosen={chosen} onChoose={setChosen} />
          )}
        </div>
      ) : (
        <div />
      )}
      {view === 'window' && (
        <ChatWindow
          chats={chats.map((each) => ({ ...each, name }))}
          activeChat={chats[0]}
          label={words.chats.with(name)}
          onEntity={entities.handle}
          className="max-lg:rounded-none max-lg:border-0"
        />
      )}
      {view === 'conversation' && chat && (
        <div className="min-h-0 overflow-hidden border-line lg:rounded-xl lg:border">
          <Suspense fallback={<Skeleton className="m-4 h-16" count={4} label={words.loading} />}>
            <ChatConversation key={`${chat.chatType} ${chat.chatId}`} chat={chat} name={name} readOnly={readOnly} />
          </Suspense>
        </div>
      )}
      <ChatDialogs request={entities.request} onClose={entities.close} />
    </div>
  )
}

type View = 'window' | 'conversation'

const views = ['window', 'conversation'] as const

function ViewSwitch({ chosen, onChoose }: { chosen: View; onChoose: (view: View) => void }): ReactNode {
  const words = useWords()
  return (
    <fieldset className="flex gap-0.5 rounded-lg bg-sunken p-0.5">
      <legend className="sr-only">{words.chats.showIn}</legend>
      {views.map((view) => (
        <button
          key={view}
          type="button"
          aria-pressed={view === chosen}
          onClick={() => onChoose(view)}
          className="h-7 rounded-md border border-transparent px-3 text-[0.8125rem] font-medium text-soft aria-pressed:border-line aria-pressed:bg-chosen aria-pressed:text-ink aria-pressed:shadow-card forced-colors:aria-pressed:border-[Highlight] pointer-coarse:h-11"
        >
          {words.chats.views[view]}
        </button>
      ))}
    </fieldset>
  )
}

interface ChatChoiceProps {
  chats: Chat[]
  chosen: number
  onChoose: (index: number) => void
}

function ChatChoice({ chats, chosen, onChoose }: ChatChoiceProps): ReactNode {
  const words = useWords()
  return (
    <Select
      aria-label={words.chats.chat}
      value={chosen}
      onChange={(event) => onChoose(Number(event.target.value))}
      choices={chats.map(({ chatType, chatId }, index) => ({
        value: String(index),
        label: `${words.messengers[chatType]} · ${isolate(chatId)}`,
      }))}
    />
  )
}

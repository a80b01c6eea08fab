import { ChatWindow, useCapability, useChat } from '@crm-chat/react'
import { Conversation, createProxySource, useConversation } from '@crm-chat/react/conversation'
import { type ReactNode, useState } from 'react'
import type { ContactChat as Chat, Contact } from '../../api/oldContact.ts'

/** The chats with a contact: in the vendor's own window, or as a conversation of the CRM's. */
export function ContactChat({ contact }: { contact: Contact }): ReactNode {
  const { name, chats } = contact
  const hasConversation = useCapability('conversation')
  const [wanted, setView] = useState<View>('window')
  const view = hasConversation ? wanted : 'window'
  const [chosen, setChosen] = useState(0)
  const chat = chats[chosen]
  return (
    <div className="grid h-full grid-rows-[auto_minmax(0,1fr)]">
      {hasConversation ? (
        <div className="flex flex-wrap items-center gap-2 p-2 lg:px-0 lg:pt-0">
          <ViewSwitch chosen={view} onChoose={setView} />
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
          label={`Chat with ${name}`}
          className="max-lg:rounded-none max-lg:border-0"
        />
      )}
      {view === 'conversation' && chat && (
        <div className="min-h-0 overflow-hidden border-line lg:rounded-xl lg:border">
          <OneConversation key={`${chat.chatType} ${chat.chatId}`} chat={chat} name={name} />
        </div>
      )}
    </div>
  )
}

type View = 'window' | 'conversation'

const views = [
  { view: 'window', label: 'Messenger' },
  { view: 'conversation', label: 'Conversation' },
] as const

function ViewSwitch({ chosen, onChoose }: { chosen: View; onChoose: (view: View) => void }): ReactNode {
  return (
    <fieldset className="flex gap-1 rounded-lg bg-sunken p-1">
      <legend className="sr-only">Show the chat in</legend>
      {views.map(({ view, label }) => (
        <button
          key={view}
          type="button"
          aria-pressed={view === chosen}
          onClick={() => onChoose(view)}
          className="min-h-9 rounded-md px-4 font-medium text-soft aria-pressed:bg-chosen aria-pressed:text-ink aria-pressed:shadow-card"
        >
          {label}
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
  return (
    <label className="flex items-center gap-2 text-soft">
      Chat
      <select
        value={chosen}
        onChange={(event) => onChoose(Number(event.target.value))}
        className="h-9 rounded-lg border border-line bg-surface px-2 text-ink"
      >
        {chats.map(({ chatType, chatId }, index) => (
          <option key={`${chatType} ${chatId}`} value={index}>
            {`${names[chatType]} · ${chatId}`}
          </option>
        ))}
      </select>
    </label>
  )
}

const names: Record<Chat['chatType'], string> = {
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  instagram: 'Instagram',
  vk: 'VK',
}

function OneConversation({ chat, name }: { chat: Chat; name: string }): ReactNode {
  const client = useChat()
  const conversation = useConversation(() => createProxySource(client, { chat }))
  return <Conversation conversation={conversation} label={`Messages with ${name}`} />
}

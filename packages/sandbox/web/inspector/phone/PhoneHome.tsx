import { Plus, Smartphone } from 'lucide-react'
import type { ControlChat } from '../../../src/control/chats.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { formatName, messengerNames } from '../../ui/format/formatAccount.ts'
import { formatTime } from '../../ui/format/formatTime.ts'
import { MessengerMark } from '../../ui/MessengerMark.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Problem } from '../../ui/Problem.tsx'
import type { Customer } from './customer.ts'

interface PhoneHomeProps {
  chats: ControlChat[] | undefined
  error: Error | null
  onOpen: (customer: Customer) => void
  onNew: () => void
}

/** The list of customers the phone can play. */
export function PhoneHome({ chats, error, onOpen, onNew }: PhoneHomeProps) {
  return (
    <>
      <header className="flex items-center gap-3 px-4 pt-4 pb-2">
        <h2 className="grow text-lg font-semibold tracking-tight">Customers</h2>
        <Button look="main" onClick={onNew}>
          <Plus aria-hidden="true" className="size-4" />
          New customer
        </Button>
      </header>
      {error && (
        <div className="px-4">
          <Problem error={error} />
        </div>
      )}
      {chats?.length === 0 && (
        <Notice icon={Smartphone} title="You are the customer here">
          Add a customer, write a message, and watch it arrive in the CRM.
        </Notice>
      )}
      <ul aria-label="Customers" className="scroll-quiet min-h-0 grow overflow-y-auto p-1.5">
        {chats?.map((chat) => (
          <li key={`${chat.chatType} ${chat.chatId}`}>
            <CustomerButton chat={chat} onClick={() => onOpen(chat)} />
          </li>
        ))}
      </ul>
    </>
  )
}

function CustomerButton({ chat, onClick }: { chat: ControlChat; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex w-full items-center gap-3 rounded-xl px-2.5 py-2 text-left -outline-offset-2 hover:bg-hover"
    >
      <span className="relative">
        <Avatar name={chat.name} />
        <MessengerMark chatType={chat.chatType} />
      </span>
      <span className="min-w-0 grow">
        <span className="flex items-baseline gap-2">
          <span className="truncate font-semibold">{formatName(chat)}</span>
          <span className="sr-only">{messengerNames[chat.chatType]}</span>
          <span className="ml-auto shrink-0 text-xs text-muted">{formatTime(chat.lastAt)}</span>
        </span>
        <span className="block truncate text-[13px] text-muted">{chat.lastText ?? 'No messages yet'}</span>
      </span>
    </button>
  )
}

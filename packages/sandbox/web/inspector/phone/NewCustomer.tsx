import { ChevronLeft } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { ChatKey } from '../../../src/chats/events.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckedField } from '../../ui/CheckedField.tsx'
import { messengerNames } from '../../ui/format/formatAccount.ts'
import type { Customer } from './customer.ts'
import { MessengerChoice } from './MessengerChoice.tsx'
import { MissingChannel } from './MissingChannel.tsx'
import { parseAccount } from './parseAccount.ts'

/** The form for a new customer. */
export function NewCustomer({ onCancel, onDone }: { onCancel: () => void; onDone: (customer: Customer) => void }) {
  const [chatType, setChatType] = useState<ChatKey['chatType']>('whatsapp')
  const [account, setAccount] = useState('')
  const [name, setName] = useState('')
  const [isSubmitted, setIsSubmitted] = useState(false)
  const { id: chatId, problem } = parseAccount({ account, isNumber: hasNumber(chatType) })

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    setIsSubmitted(true)
    if (!problem) onDone({ chatType, chatId, name: name.trim() || chatId })
  }

  return (
    <form
      noValidate
      onSubmit={handleSubmit}
      className="scroll-quiet flex min-h-0 grow flex-col overflow-y-auto p-4 pt-3"
    >
      <div className="-ml-2 mb-3 flex items-center gap-1">
        <button
          type="button"
          aria-label="Back to the customers"
          onClick={onCancel}
          className="grid size-9 place-items-center rounded-full text-muted hover:bg-hover"
        >
          <ChevronLeft aria-hidden="true" className="size-6" />
        </button>
        <h2 className="text-lg font-semibold tracking-tight">New customer</h2>
      </div>
      <MessengerChoice value={chatType} onChange={setChatType} />
      <MissingChannel chatType={chatType} />
      <CheckedField
        label={hasNumber(chatType) ? 'Phone number' : 'Account'}
        value={account}
        onChange={setAccount}
        placeholder={hasNumber(chatType) ? '+7 999 888-77-66' : 'ann'}
        problem={isSubmitted ? problem : undefined}
      />
      <CheckedField
        label="Name"
        value={name}
        onChange={setName}
        placeholder={`As shown in ${messengerNames[chatType]}`}
      />
      <Button type="submit" look="main" className="mt-2 h-10">
        Start writing
      </Button>
    </form>
  )
}

const hasNumber = (chatType: ChatKey['chatType']): boolean => chatType === 'whatsapp' || chatType === 'viber'

import { ChevronLeft } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import type { ChatKey } from '../../../src/chats/events.ts'
import { Button } from '../../ui/Button.tsx'
import { messengerNames } from '../../ui/format/formatAccount.ts'
import type { Customer } from './customer.ts'
import { MessengerChoice } from './MessengerChoice.tsx'
import { MissingChannel } from './MissingChannel.tsx'

/** The form for a new customer. */
export function NewCustomer({ onCancel, onDone }: { onCancel: () => void; onDone: (customer: Customer) => void }) {
  const [chatType, setChatType] = useState<ChatKey['chatType']>('whatsapp')
  const [account, setAccount] = useState('')
  const [name, setName] = useState('')
  const [isSubmitted, setIsSubmitted] = useState(false)
  const { chatId, problem } = checkAccount({ chatType, account })

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
      <Field
        label={hasNumber(chatType) ? 'Phone number' : 'Account'}
        value={account}
        onChange={setAccount}
        placeholder={hasNumber(chatType) ? '+7 999 888-77-66' : 'ann'}
        problem={isSubmitted ? problem : undefined}
      />
      <Field label="Name" value={name} onChange={setName} placeholder={`As shown in ${messengerNames[chatType]}`} />
      <Button type="submit" look="main" className="mt-2 h-10">
        Start writing
      </Button>
    </form>
  )
}

/** Parses a typed account into the vendor's form, or returns the problem with it. */
function checkAccount({ chatType, account }: { chatType: ChatKey['chatType']; account: string }): {
  chatId: string
  problem?: string
} {
  const typed = account.trim()
  if (hasNumber(chatType)) {
    const chatId = typed.replace(/[\s()+-]/g, '')
    return /^\d{9,16}$/.test(chatId)
      ? { chatId }
      : { chatId, problem: 'Enter an international number, 9 to 16 digits.' }
  }
  const chatId = typed.replace(/^@/, '')
  return chatId === '' ? { chatId, problem: 'Enter an account name or number.' } : { chatId }
}

const hasNumber = (chatType: ChatKey['chatType']): boolean => chatType === 'whatsapp' || chatType === 'viber'

interface FieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder: string
  problem?: string | undefined
}

function Field({ label, value, onChange, placeholder, problem }: FieldProps) {
  const id = useId()
  return (
    <div className="mb-3">
      <label htmlFor={id} className="mb-1 block text-[13px] font-medium">
        {label}
      </label>
      <input
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        placeholder={placeholder}
        autoComplete="off"
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        className="h-10 w-full rounded-lg border border-line bg-surface px-3 placeholder:text-muted aria-invalid:border-alert"
      />
      <p id={`${id}-problem`} role="status" className="text-xs text-alert-ink not-empty:pt-1">
        {problem}
      </p>
    </div>
  )
}

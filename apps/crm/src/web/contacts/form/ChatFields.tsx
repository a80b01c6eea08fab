import { Plus, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { type ContactChat, type Messenger, messengers } from '../../../api/chat.ts'
import { Button } from '../../ui/Button.tsx'
import { controlLook } from '../../ui/Field.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { useWords } from '../../words/speech.ts'

/** Props of {@link ChatFields}. */
export interface ChatFieldsProps {
  start: readonly ContactChat[]
  problems: Record<string, string>
}

/** The accounts of a contact in messengers: any number of them. */
export function ChatFields({ start, problems }: ChatFieldsProps): ReactNode {
  const words = useWords()
  const [rows, setRows] = useState(() => start.map((chat, index) => ({ key: index, ...chat })))
  const add = (): void =>
    setRows([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, chatType: 'telegram', chatId: '' }])
  const problem = Object.entries(problems).find(([field]) => field.startsWith('chats'))?.[1]
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{words.fields.messengers}</legend>
      {rows.map(({ key, chatType, chatId }, index) => (
        <div key={key} className="flex gap-2">
          <Select
            name="chatType"
            aria-label={words.contacts.messengerOf(index + 1)}
            defaultValue={chatType}
            choices={messengers.map((value) => ({ value, label: words.messengers[value] }))}
            className="h-9 border-line-strong"
          />
          <input
            name="chatId"
            dir="ltr"
            aria-label={words.contacts.accountOf(index + 1)}
            aria-invalid={problem !== undefined}
            placeholder={words.contacts.accountHint}
            defaultValue={chatId}
            className={`${controlLook} flex-1`}
          />
          <IconButton
            icon={X}
            label={words.contacts.removeMessenger(index + 1)}
            onClick={() => setRows(rows.filter((row) => row.key !== key))}
            className="size-9"
          />
        </div>
      ))}
      {problem && <p className="text-[0.8125rem] text-danger">{problem}</p>}
      {rows.length === 0 && <p className="text-[0.8125rem] text-soft">{words.contacts.messengersHint}</p>}
      <Button look="quiet" onClick={add} className="self-start">
        <Plus aria-hidden className="size-4" />
        {words.contacts.addMessenger}
      </Button>
    </fieldset>
  )
}

/** Reads the accounts from the form; rows without an account are left out. */
export function readChats(data: FormData): ContactChat[] {
  const ids = data.getAll('chatId').map(String)
  return data.getAll('chatType').flatMap((chatType, index) => {
    const chatId = ids[index]?.trim() ?? ''
    return chatId && isMessenger(chatType) ? [{ chatType, chatId }] : []
  })
}

function isMessenger(value: unknown): value is Messenger {
  return messengers.some((messenger) => messenger === value)
}

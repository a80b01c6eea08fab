import { useId } from 'react'
import type { ChatKey } from '../../src/chats/events.ts'
import { MessengerMark } from './MessengerMark.tsx'

interface MessengerRadiosProps<Value extends string> {
  choices: readonly { value: Value; label: string; chatType: ChatKey['chatType'] }[]
  value: Value
  onChange: (value: Value) => void
}

/** Radio buttons for a messenger, or for the kind of its channel. */
export function MessengerRadios<Value extends string>({ choices, value, onChange }: MessengerRadiosProps<Value>) {
  const name = useId()
  return (
    <fieldset className="mb-3 grid grid-cols-2 gap-2 max-narrow:grid-cols-1">
      <legend className="mb-1 text-[13px] font-medium">Messenger</legend>
      {choices.map(({ value: own, label, chatType }) => (
        <label
          key={own}
          className="relative flex h-10 cursor-pointer items-center gap-2.5 rounded-lg border border-line px-2.5 text-[13px] font-medium has-checked:border-accent has-checked:bg-selected has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={own}
            checked={own === value}
            onChange={() => onChange(own)}
            className="sr-only"
          />
          <span className="relative size-[18px] shrink-0">
            <MessengerMark chatType={chatType} />
          </span>
          <span className="truncate">{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

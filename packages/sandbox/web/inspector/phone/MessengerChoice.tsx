import type { ChatKey } from '../../../src/chats/events.ts'
import { messengerNames } from '../../ui/format/formatAccount.ts'
import { MessengerMark } from '../../ui/MessengerMark.tsx'

type ChatType = ChatKey['chatType']

const chatTypes: ChatType[] = ['whatsapp', 'telegram', 'instagram', 'vk', 'viber', 'avito', 'max']

/** Radio buttons for the customer's messenger. */
export function MessengerChoice({ value, onChange }: { value: ChatType; onChange: (chatType: ChatType) => void }) {
  return (
    <fieldset className="mb-3 grid grid-cols-2 gap-2">
      <legend className="mb-1 text-[13px] font-medium">Messenger</legend>
      {chatTypes.map((chatType) => (
        <label
          key={chatType}
          className="flex h-10 cursor-pointer items-center gap-2.5 rounded-lg border border-line px-2.5 font-medium has-checked:border-accent has-checked:bg-selected has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name="messenger"
            value={chatType}
            checked={chatType === value}
            onChange={() => onChange(chatType)}
            className="sr-only"
          />
          <span className="relative size-[18px]">
            <MessengerMark chatType={chatType} />
          </span>
          {messengerNames[chatType]}
        </label>
      ))}
    </fieldset>
  )
}

import { toRows } from '@crm-chat/react/conversation'
import { Keyboard, KeyboardOff } from 'lucide-react'
import { useState } from 'react'
import type { ControlMessage } from '../../../src/control/messages.ts'
import { findReplyKeyboard } from './findReplyKeyboard.ts'

interface ReplyKeyboardProps {
  messages: ControlMessage[]
  /** Called with the label of a button the customer presses. */
  onPress: (text: string) => void
}

/** The buttons of a bot in the place of the customer's keyboard. */
export function ReplyKeyboard({ messages, onPress }: ReplyKeyboardProps) {
  const found = findReplyKeyboard(messages)
  const [toggled, setToggled] = useState<string | null>(null)
  if (!found) return null
  const { message, isHidden } = found
  const shownKey = `${message.messageId} ${isHidden}`
  const isOpen = (toggled === shownKey) === isHidden
  return (
    <section aria-label="Keyboard of the bot" className="border-t border-line bg-canvas px-2 py-1.5">
      <div className="flex justify-end">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setToggled(toggled === shownKey ? null : shownKey)}
          className="flex items-center gap-1.5 rounded-md px-1.5 py-0.5 text-xs text-muted hover:bg-hover hover:text-ink"
        >
          {isOpen ? (
            <KeyboardOff aria-hidden="true" className="size-3.5" />
          ) : (
            <Keyboard aria-hidden="true" className="size-3.5" />
          )}
          {isOpen ? 'Hide the keyboard' : 'Show the keyboard'}
        </button>
      </div>
      {isOpen && <Rows message={message} onPress={onPress} />}
    </section>
  )
}

function Rows({ message, onPress }: { message: ControlMessage; onPress: (text: string) => void }) {
  return (
    <ul aria-label="Buttons" className="mt-1 grid gap-1.5">
      {toRows(message.buttons ?? []).map((row, index) => (
        <li key={index} className="grid auto-cols-fr grid-flow-col gap-1.5">
          {row.map(({ text = '' }, place) => (
            <button
              key={place}
              type="button"
              onClick={() => onPress(text)}
              className="min-h-10 min-w-0 rounded-lg border border-line bg-surface px-2 py-1.5 font-medium wrap-anywhere hover:bg-hover"
            >
              {text}
            </button>
          ))}
        </li>
      ))}
    </ul>
  )
}

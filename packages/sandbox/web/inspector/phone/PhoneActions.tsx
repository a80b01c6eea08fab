import { Pencil, Reply, ThumbsUp, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ControlMessage } from '../../../src/control/messages.ts'
import type { PhoneFocus } from './PhoneComposer.tsx'

interface PhoneActionsProps {
  message: ControlMessage
  onFocus: (focus: PhoneFocus) => void
  onRemove: (messageId: string) => void
  /** Called with the message to react to. Without it the messenger tells nobody of reactions. */
  onReact: ((message: ControlMessage) => void) | undefined
}

/** The customer's actions on a message: reply, react to the company's, and edit or delete their own. */
export function PhoneActions({ message, onFocus, onRemove, onReact }: PhoneActionsProps) {
  const isOwn = message.direction === 'incoming'
  return (
    <span
      className={`invisible absolute -top-3 z-1 flex rounded-lg border border-line bg-surface p-0.5 text-ink shadow-sm group-focus-within:visible group-hover:visible pointer-coarse:visible ${isOwn ? 'left-1' : 'right-1'}`}
    >
      <Action label="Reply as the customer" onClick={() => onFocus({ kind: 'reply', message })}>
        <Reply aria-hidden="true" className="size-3.5" />
      </Action>
      {!isOwn && onReact && (
        <Action label="React as the customer" onClick={() => onReact(message)}>
          <ThumbsUp aria-hidden="true" className="size-3.5" />
        </Action>
      )}
      {isOwn && message.text !== null && message.kind === null && (
        <Action label="Edit as the customer" onClick={() => onFocus({ kind: 'edit', message })}>
          <Pencil aria-hidden="true" className="size-3.5" />
        </Action>
      )}
      {isOwn && (
        <Action label="Delete as the customer" onClick={() => onRemove(message.messageId)}>
          <Trash2 aria-hidden="true" className="size-3.5" />
        </Action>
      )}
    </span>
  )
}

function Action({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="grid size-7 place-items-center rounded-md text-muted hover:bg-hover hover:text-ink"
    >
      {children}
    </button>
  )
}

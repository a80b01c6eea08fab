import { Pencil, Reply, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ControlMessage } from '../../../src/control/messages.ts'
import type { PhoneFocus } from './PhoneComposer.tsx'

interface PhoneActionsProps {
  message: ControlMessage
  onFocus: (focus: PhoneFocus) => void
  onRemove: (messageId: string) => void
}

/** The customer's actions on a message: reply, and edit or delete their own. */
export function PhoneActions({ message, onFocus, onRemove }: PhoneActionsProps) {
  const isOwn = message.direction === 'incoming'
  return (
    <span
      className={`invisible absolute -top-3 z-1 flex rounded-lg border border-line bg-surface p-0.5 text-ink shadow-sm group-focus-within:visible group-hover:visible pointer-coarse:visible ${isOwn ? 'left-1' : 'right-1'}`}
    >
      <Action label="Reply as the customer" onClick={() => onFocus({ kind: 'reply', message })}>
        <Reply aria-hidden="true" className="size-3.5" />
      </Action>
      {isOwn && message.text !== null && (
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

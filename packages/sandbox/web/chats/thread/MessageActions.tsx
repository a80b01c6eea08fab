import { Pencil, Reply, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Message, MessageChange } from '../session/conversation.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'

/** The actions on a message: quote it, and edit or delete our own for as long as the messenger allows. */
export function MessageActions({ message }: { message: Message }) {
  const { setFocus, remove, changeableMs } = useSession()
  const channel = useChatsState(({ channels }) => channels.find(({ channelId }) => channelId === message.channelId))
  const now = Date.now() + useChatsState((state) => state.clockOffsetMs)
  const isOurs = message.direction === 'outgoing'
  const isOpen = isOurs && now - message.sentAt < changeableMs
  const can = (change: MessageChange): boolean => isOpen && (channel?.changes.includes(change) ?? false)
  const canEdit = can(message.content === null ? 'text' : 'content') && message.buttons === null
  return (
    <span className="invisible absolute -top-5 right-2 z-1 flex rounded-lg border border-line bg-surface p-0.5 text-ink shadow-sm group-focus-within:visible group-hover:visible group-focus:visible pointer-coarse:visible">
      <Action label="Quote" onClick={() => setFocus(message, { kind: 'quote', message })}>
        <Reply aria-hidden="true" className="size-3.5" />
      </Action>
      {canEdit && (
        <Action label="Edit" onClick={() => setFocus(message, { kind: 'edit', message })}>
          <Pencil aria-hidden="true" className="size-3.5" />
        </Action>
      )}
      {can('delete') && (
        <Action label="Delete message" onClick={() => void remove(message)}>
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
      className="grid size-6 place-items-center rounded-md text-muted hover:bg-hover hover:text-ink"
    >
      {children}
    </button>
  )
}

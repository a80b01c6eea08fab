import { Pencil, Reply, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { WindowMessage } from '../../../src/chats/events.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'

/** How long an answer can be changed, as with the vendor. */
const changeableMs = 15 * 60 * 1000

/** What can be done with a message: answer to it, and for a while change or take back what is ours. */
export function MessageActions({ message }: { message: WindowMessage }) {
  const { setFocus, remove } = useSession()
  const now = Date.now() + useChatsState((state) => state.clockOffsetMs)
  const isOurs = message.direction === 'outgoing'
  const canChange = isOurs && now - message.sentAt < changeableMs
  return (
    <span
      className={`absolute -top-3 flex rounded-lg border border-line bg-surface p-0.5 opacity-0 shadow-sm group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100 ${isOurs ? 'left-1' : 'right-1'}`}
    >
      <Action label="Quote" onClick={() => setFocus(message, { kind: 'quote', message })}>
        <Reply aria-hidden="true" className="size-3.5" />
      </Action>
      {canChange && message.text !== null && (
        <Action label="Edit" onClick={() => setFocus(message, { kind: 'edit', message })}>
          <Pencil aria-hidden="true" className="size-3.5" />
        </Action>
      )}
      {canChange && (
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

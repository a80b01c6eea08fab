import { Pencil, Reply, X } from 'lucide-react'
import { describeMessage } from '../../ui/format/describeMessage.ts'
import type { Focus } from '../session/chatsState.ts'

/** Says above the composer which message is answered to or changed. */
export function FocusLine({ focus, onEnd }: { focus: Focus; onEnd: () => void }) {
  const Icon = focus.kind === 'quote' ? Reply : Pencil
  return (
    <div className="mb-2 flex items-center gap-2.5 border-l-2 border-accent pl-2.5 text-[13px]">
      <Icon aria-hidden="true" className="size-4 shrink-0 text-accent" />
      <p className="min-w-0 grow truncate">
        <span className="font-semibold">{focus.kind === 'quote' ? 'Answering: ' : 'Changing: '}</span>
        <span className="text-muted">{describeMessage(focus.message)}</span>
      </p>
      <button
        type="button"
        aria-label="Back to a new message"
        onClick={onEnd}
        className="grid size-7 place-items-center rounded-full text-muted hover:bg-hover"
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </div>
  )
}

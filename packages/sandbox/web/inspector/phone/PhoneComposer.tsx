import { ArrowUp, X } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ControlMessage } from '../../../src/control/messages.ts'
import { AttachMenu } from './AttachMenu.tsx'
import type { CustomerContent } from './customer.ts'

/** The message that the customer replies to or edits. */
export interface PhoneFocus {
  kind: 'reply' | 'edit'
  message: ControlMessage
}

interface PhoneComposerProps {
  focus: PhoneFocus | null
  onFocus: (focus: PhoneFocus | null) => void
  onSend: (content: CustomerContent) => void
}

/** The customer's message field. */
export function PhoneComposer({ focus, onFocus, onSend }: PhoneComposerProps) {
  const [text, setText] = useState(focus?.kind === 'edit' ? (focus.message.text ?? '') : '')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focus) field.current?.focus()
  }, [focus])
  const reference = focus?.kind === 'reply' ? { refMessageId: focus.message.messageId } : {}

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    const trimmed = text.trim()
    if (trimmed === '') return
    if (focus?.kind === 'edit') onSend({ text: trimmed, messageId: focus.message.messageId })
    else onSend({ text: trimmed, ...reference })
    setText('')
    onFocus(null)
  }

  return (
    <form onSubmit={handleSubmit} className="border-t border-line p-2">
      {focus && <FocusLine focus={focus} onCancel={() => onFocus(null)} />}
      <div className="flex items-center gap-1.5">
        <AttachMenu
          onFile={(file) => onSend({ file, ...reference })}
          onKind={(content) => onSend({ ...content, ...reference })}
        />
        <input
          ref={field}
          aria-label="Message of the customer"
          placeholder="Write as the customer"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && onFocus(null)}
          className="h-10 min-w-0 grow rounded-full bg-canvas px-4 placeholder:text-muted"
        />
        <button
          type="submit"
          aria-label="Send as the customer"
          disabled={text.trim() === ''}
          className="grid size-10 shrink-0 place-items-center rounded-full bg-accent text-on-accent disabled:cursor-default disabled:bg-line disabled:text-muted"
        >
          <ArrowUp aria-hidden="true" className="size-5" strokeWidth={2.25} />
        </button>
      </div>
    </form>
  )
}

function FocusLine({ focus: { kind, message }, onCancel }: { focus: PhoneFocus; onCancel: () => void }) {
  return (
    <div className="mb-1.5 flex items-center gap-2 rounded-lg bg-canvas py-1 pr-1 pl-3 text-[13px]">
      <p className="min-w-0 grow truncate">
        <span className="font-medium text-accent">{kind === 'reply' ? 'Reply to' : 'Edit'}</span>{' '}
        {message.text ?? 'a file'}
      </p>
      <button
        type="button"
        aria-label={kind === 'reply' ? 'Cancel reply' : 'Cancel edit'}
        onClick={onCancel}
        className="grid size-7 shrink-0 place-items-center rounded-md text-muted hover:bg-hover"
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </div>
  )
}

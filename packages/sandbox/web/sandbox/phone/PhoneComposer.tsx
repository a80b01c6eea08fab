import { ArrowUp } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { AttachMenu } from './AttachMenu.tsx'
import type { PhoneContent } from './useSending.ts'

/** Where the customer writes. */
export function PhoneComposer({ onSend }: { onSend: (content: PhoneContent) => void }) {
  const [text, setText] = useState('')

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    if (text.trim() === '') return
    onSend({ text: text.trim() })
    setText('')
  }

  return (
    <form onSubmit={handleSubmit} className="border-t border-line p-2">
      <div className="flex items-center gap-1.5">
        <AttachMenu onFile={(file) => onSend({ file })} />
        <input
          aria-label="Message of the customer"
          placeholder="Write as the customer"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
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

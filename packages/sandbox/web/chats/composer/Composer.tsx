import { ArrowUp, Check } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { WindowChat } from '../../../src/chats/events.ts'
import { toKey } from '../session/chatKey.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'
import { AttachButton } from './AttachButton.tsx'
import { ChannelChoice } from './ChannelChoice.tsx'
import { checkText } from './checkText.ts'
import { FocusLine } from './FocusLine.tsx'
import { TemplatesMenu } from './TemplatesMenu.tsx'
import { useSubmit } from './useSubmit.ts'

/** Where the answer is written. Enter sends; Shift and Enter begin a new line. What is not sent yet is kept per chat. */
export function Composer({ chat }: { chat: WindowChat }) {
  const { setDraft, setFocus } = useSession()
  const text = useChatsState((state) => state.drafts[toKey(chat)] ?? '')
  const focus = useChatsState((state) => state.focuses[toKey(chat)])
  const isLive = useChatsState((state) => state.connection.status === 'live')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = useSubmit({ chat, onProblem: setProblem })
  const { canSend, hint: textHint } = checkText({ text, isLive })
  const hint = problem === null ? textHint : { message: problem, isProblem: true }
  const hintId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (focus) field.current?.focus()
  }, [focus])

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    if (canSend) submit.text(text.trim())
  }

  function handleKeyDown(event: KeyboardEvent): void {
    const isWriting = event.nativeEvent.isComposing // Enter then ends a word that an input method is composing.
    if (event.key === 'Enter' && !event.shiftKey && !isWriting) handleSubmit(event)
    if (event.key === 'Escape' && focus) endFocus()
  }

  function endFocus(): void {
    if (focus?.kind === 'edit') setDraft(chat, '')
    setFocus(chat, undefined)
  }

  return (
    <form onSubmit={handleSubmit} className="border-t border-line bg-surface px-3 pt-2.5 pb-3">
      <div className="mx-auto max-w-3xl">
        {focus && <FocusLine focus={focus} onEnd={endFocus} />}
        <ChannelChoice chat={chat} />
        <div className="flex items-end gap-1 rounded-2xl bg-canvas p-1 focus-within:outline-2 focus-within:outline-accent">
          <AttachButton disabled={!isLive || focus?.kind === 'edit'} onFile={submit.file} onProblem={setProblem} />
          {chat.chatType === 'whatsapp' && <TemplatesMenu chat={chat} onChoose={(chosen) => setDraft(chat, chosen)} />}
          <textarea
            ref={field}
            aria-label="Message"
            aria-describedby={hintId}
            aria-invalid={hint?.isProblem ?? false}
            placeholder="Write an answer"
            rows={1}
            value={text}
            onChange={(event) => setDraft(chat, event.target.value)}
            onKeyDown={handleKeyDown}
            className="scroll-quiet field-sizing-content max-h-40 min-h-9 min-w-0 grow resize-none bg-transparent py-2 leading-5 outline-none placeholder:text-muted"
          />
          <button
            type="submit"
            aria-label={focus?.kind === 'edit' ? 'Save' : 'Send'}
            disabled={!canSend}
            className="grid size-9 shrink-0 place-items-center rounded-xl bg-accent text-on-accent transition-opacity disabled:cursor-default disabled:bg-line disabled:text-muted"
          >
            {focus?.kind === 'edit' ? (
              <Check aria-hidden="true" className="size-5" strokeWidth={2.25} />
            ) : (
              <ArrowUp aria-hidden="true" className="size-5" strokeWidth={2.25} />
            )}
          </button>
        </div>
        <p
          id={hintId}
          role="status"
          className={`px-4 text-xs ${hint ? 'pt-1.5' : ''} ${hint?.isProblem ? 'text-alert-ink' : 'text-muted'}`}
        >
          {hint?.message}
        </p>
      </div>
    </form>
  )
}

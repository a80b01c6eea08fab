import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { toKey } from '../session/chatKey.ts'
import type { Chat } from '../session/conversation.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'
import { AttachButton, SendButton, TemplateButton } from './ComposerButtons.tsx'
import { checkText } from './checkText.ts'

interface WritingFormProps {
  chat: Chat
  /** Reason the last edit was rejected. */
  problem: string | null
  onSubmit: (text: string) => void
  onTemplate: () => void
  /** Called to cancel a reply or an edit. */
  onEndFocus: () => void
}

/** The text field with its buttons. Enter sends; Shift+Enter starts a new line. Drafts are kept per chat. */
export function WritingForm({ chat, problem, onSubmit, onTemplate, onEndFocus }: WritingFormProps) {
  const { setDraft, attach } = useSession()
  const key = toKey(chat)
  const text = useChatsState((state) => state.drafts[key] ?? '')
  const focus = useChatsState((state) => state.focuses[key])
  const hasFile = useChatsState((state) => state.attachments[key] !== undefined)
  const isLive = useChatsState((state) => state.connection.status === 'live')
  const isEdit = focus?.kind === 'edit'
  const mayBeEmpty = isEdit ? focus.message.content !== null : hasFile
  const { canSend, hint } = checkText({ text, isLive, mayBeEmpty })
  const hintId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (focus) field.current?.focus()
  }, [focus])

  function handleSubmit(event: { preventDefault: () => void }): void {
    event.preventDefault()
    if (canSend) onSubmit(text.trim())
  }

  function handleKeyDown(event: KeyboardEvent): void {
    const isComposing = event.nativeEvent.isComposing // Enter then confirms a word in an input method.
    if (event.key === 'Enter' && !event.shiftKey && !isComposing) handleSubmit(event)
    if (event.key !== 'Escape' || !focus) return
    event.stopPropagation() // One step at a time: the next Escape leaves the chat.
    onEndFocus()
  }

  function handlePaste(event: ClipboardEvent): void {
    const [pasted] = event.clipboardData.files
    if (!pasted || isEdit) return
    event.preventDefault()
    void attach(chat, pasted)
  }

  return (
    <form onSubmit={handleSubmit}>
      <div className="flex items-end gap-1 rounded-2xl bg-canvas p-1 focus-within:outline-2 focus-within:outline-accent">
        <AttachButton disabled={!isLive || isEdit} onFile={(file) => void attach(chat, file)} />
        {chat.chatType === 'whatsapp' && <TemplateButton disabled={!isLive || isEdit} onClick={onTemplate} />}
        <textarea
          ref={field}
          dir="auto"
          aria-label="Message"
          aria-describedby={hintId}
          aria-invalid={problem !== null || hint?.isProblem === true}
          placeholder={mayBeEmpty ? 'Add a caption (optional)' : 'Write a message'}
          rows={1}
          value={text}
          onChange={(event) => setDraft(chat, event.target.value)}
          onKeyDown={handleKeyDown}
          onPaste={handlePaste}
          className="scroll-quiet field-sizing-content max-h-40 min-h-9 min-w-0 grow resize-none bg-transparent px-1 py-2 leading-5 outline-none placeholder:text-muted"
        />
        <SendButton isEdit={isEdit} disabled={!canSend} />
      </div>
      <Hint id={hintId} hint={problem === null ? hint : { message: `Not saved. ${problem}`, isProblem: true }} />
    </form>
  )
}

function Hint({ id, hint }: { id: string; hint: { message: string; isProblem: boolean } | null }) {
  return (
    <p
      id={id}
      role="status"
      className={`px-4 text-xs wrap-anywhere ${hint ? 'pt-1.5' : ''} ${hint?.isProblem ? 'text-alert-ink' : 'text-muted'}`}
    >
      {hint?.message}
    </p>
  )
}

import {
  type ConversationState,
  findChanges,
  findChannel,
  findLongestText,
  isAllowed,
  takesCaption,
} from '@crm-chat/core/conversation'
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useActions, useConversationState, useWords } from '../ConversationContext.ts'
import { fill } from '../format.ts'
import { Icon } from '../Icon.tsx'
import { checkText } from './checkText.ts'

interface WritingFormProps {
  /** Reason the last edit was rejected. */
  problem: string | null
  onSubmit: (text: string) => void
  /** Called to cancel a reply or an edit. */
  onEndFocus: () => void
  /** Further buttons before the text. */
  tools: ReactNode
}

/** The text field with its buttons. Enter sends; Shift+Enter starts a new line. */
export function WritingForm({ problem, onSubmit, onEndFocus, tools }: WritingFormProps): ReactNode {
  const { setDraft, attach } = useActions()
  const words = useWords()
  const text = useConversationState((state) => state.draft)
  const focus = useConversationState((state) => state.focus)
  const file = useConversationState((state) => state.attachment)
  const isLive = useConversationState((state) => state.connection === 'live')
  const longest = useConversationState(toLongest)
  const canAttach = useConversationState(mayAttach)
  const allowed = useConversationState((state) => state.allowed)
  const isEdit = focus?.kind === 'edit'
  const mayBeEmpty = isEdit ? focus.message.file !== null : file !== null
  const isCaption = isEdit ? isAllowed({ allowed }, 'caption') : file && takesCaption({ allowed, file, text })
  const isPair = !isEdit && file !== null && !isCaption && text.trim() !== ''
  const { canSend, hint: own } = checkText({ text, isLive, mayBeEmpty, longest, words })
  const hint = own ?? (isPair ? { message: words.fileFirst, isProblem: false } : null)
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
    if (!pasted || !canAttach) return
    event.preventDefault()
    attach(pasted)
  }

  return (
    <form onSubmit={handleSubmit} className="cc-form">
      <div className="cc-writing">
        {canAttach && <AttachButton disabled={!isLive} onFile={attach} />}
        {tools}
        <textarea
          ref={field}
          dir="auto"
          aria-label={words.message}
          aria-describedby={hintId}
          aria-invalid={problem !== null || hint?.isProblem === true}
          placeholder={mayBeEmpty && isCaption ? words.caption : words.write}
          rows={1}
          value={text}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={handleKeyDown}
          onPaste={handlePaste}
          className="cc-field"
        />
        <button type="submit" aria-label={isEdit ? words.save : words.send} disabled={!canSend} className="cc-send">
          <Icon name={isEdit ? 'check' : 'up'} />
        </button>
      </div>
      <Hint
        id={hintId}
        hint={problem === null ? hint : { message: fill(words.notSavedBecause, { reason: problem }), isProblem: true }}
      />
    </form>
  )
}

/** A file can be attached to a new message, and in place of the one that is edited where the messenger lets it. */
function mayAttach(state: ConversationState): boolean {
  const { focus } = state
  return focus?.kind === 'edit' ? findChanges(state, focus.message).file : isAllowed(state, 'file')
}

/** Longest text through the channel of the reply, or of the message that is edited. */
function toLongest(state: ConversationState): number {
  const { focus, allowed } = state
  const own = allowed.channels.find(({ id }) => focus?.kind === 'edit' && id === focus.message.channelId)
  return findLongestText(state, own ?? findChannel(state))
}

export function Hint({ id, hint }: { id: string; hint: { message: string; isProblem: boolean } | null }): ReactNode {
  return (
    <p id={id} role="status" data-problem={hint?.isProblem || undefined} className="cc-hint">
      {hint?.message}
    </p>
  )
}

/** Picks a file to send. */
export function AttachButton({ disabled, onFile }: { disabled: boolean; onFile: (file: File) => void }): ReactNode {
  const words = useWords()
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        aria-label={words.attach}
        title={words.attach}
        disabled={disabled}
        onClick={() => picker.current?.click()}
        className="cc-tool"
      >
        <Icon name="plus" />
      </button>
      <input
        ref={picker}
        type="file"
        aria-label={words.fileToSend}
        className="cc-picker"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onFile(file)
          event.target.value = '' // Allows the same file to be picked again.
        }}
      />
    </>
  )
}

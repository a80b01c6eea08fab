import { type ConversationState, findChannel, type OutboxContent, takesCaption } from '@crm-chat/core/conversation'
import { useRef, useState } from 'react'
import { useActions, useWords } from '../ConversationContext.ts'
import { explain } from '../format.ts'

/** Submits the composer: a new message, a reply, or an edit. */
export function useSubmit(): {
  /** Reason the last edit was rejected. */
  problem: string | null
  setProblem: (problem: string | null) => void
  submit: (text: string) => void
} {
  const { getState, sendInOrder, edit, setDraft, setFocus, attach } = useActions()
  const words = useWords()
  const [problem, setProblem] = useState<string | null>(null)
  const saving = useRef(new Set<string>())

  async function save(text: string): Promise<void> {
    const { focus, attachment } = getState()
    if (!focus || saving.current.has(focus.message.id)) return
    saving.current.add(focus.message.id)
    const outcome = await edit(focus.message, text, attachment).finally(() => saving.current.delete(focus.message.id))
    setProblem(outcome.done ? null : explain(outcome, words))
    if (outcome.done && getState().focus?.message.id === focus.message.id) setFocus(null)
  }

  function submit(text: string): void {
    const { focus } = getState()
    if (focus?.kind === 'edit') return void save(text)
    sendInOrder(toContents(getState(), text))
    setProblem(null)
    attach(null)
    setDraft('')
    setFocus(null)
  }

  return { problem, setProblem, submit }
}

/** Returns the messages that make up the draft: two, where a file takes no text. */
function toContents(state: ConversationState, text: string): OutboxContent[] {
  const { focus, attachment } = state
  const shown = findChannel(state)
  const channel = shown ? { channelId: shown.id } : {} // Also where it works no more: the user has to learn of it.
  const quote = focus ? { quotedMessageId: focus.message.id } : {}
  const body = text === '' ? {} : { text }
  if (!attachment) return [{ ...body, ...channel, ...quote }]
  if (text === '' || takesCaption({ allowed: state.allowed, file: attachment, text }))
    return [{ file: attachment, ...body, ...channel, ...quote }]
  return [
    { file: attachment, ...channel, ...quote },
    { text, ...channel },
  ]
}

import { useState } from 'react'
import { useActions } from '../ConversationContext.ts'

/** Submits the composer: a new message, a reply, or an edit. */
export function useSubmit(): {
  /** Reason the last edit was rejected. */
  problem: string | null
  setProblem: (problem: string | null) => void
  submit: (text: string) => void
} {
  const { getState, send, edit, setDraft, setFocus, attach } = useActions()
  const [problem, setProblem] = useState<string | null>(null)

  async function save(text: string): Promise<void> {
    const { focus } = getState()
    if (!focus) return
    const outcome = await edit(focus.message, text)
    setProblem(outcome.done ? null : outcome.reason)
    if (outcome.done && getState().focus?.message.id === focus.message.id) setFocus(null)
  }

  function submit(text: string): void {
    const { focus, attachment, channelId } = getState()
    if (focus?.kind === 'edit') return void save(text)
    send({
      ...(text && { text }),
      ...(attachment && { file: attachment }),
      ...(channelId !== null && { channelId }),
      ...(focus && { quotedMessageId: focus.message.id }),
    })
    setProblem(null)
    attach(null)
    setDraft('')
    setFocus(null)
  }

  return { problem, setProblem, submit }
}

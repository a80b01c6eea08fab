import { useState } from 'react'
import type { Upload } from '../../ui/message/toUpload.ts'
import { toKey } from '../session/chatKey.ts'
import type { Focus, OutboxContent } from '../session/chatsState.ts'
import type { Chat } from '../session/conversation.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'

/** Submits a chat's composer: a new message, a reply, or an edit. */
export function useSubmit(chat: Chat): {
  /** Reason the last edit was rejected. */
  problem: string | null
  setProblem: (problem: string | null) => void
  submit: (text: string) => void
} {
  const { send, edit, setDraft, setFocus, detach } = useSession()
  const key = toKey(chat)
  const focus = useChatsState((state) => state.focuses[key])
  const channelId = useChatsState((state) => state.chosenChannels[key])
  const file = useChatsState((state) => state.attachments[key])
  const [problem, setProblem] = useState<string | null>(null)

  function clear(): void {
    setProblem(null)
    setDraft(chat, '')
    setFocus(chat, undefined)
  }

  async function save(message: Focus['message'], text: string): Promise<void> {
    const outcome = await edit(message, text)
    if (outcome.done) clear()
    else setProblem(outcome.reason)
  }

  function submit(text: string): void {
    if (focus?.kind === 'edit') return void save(focus.message, text)
    send(chat, toContent({ text, file, channelId, focus }))
    detach(chat)
    clear()
  }

  return { problem, setProblem, submit }
}

interface Draft {
  text: string
  file: Upload | undefined
  channelId: string | undefined
  focus: Focus | undefined
}

/** Leaves out empty parts. */
function toContent({ text, file, channelId, focus }: Draft): OutboxContent {
  return {
    ...(text && { text }),
    ...(file && { file }),
    ...(channelId && { channelId }),
    ...(focus && { refMessageId: focus.message.messageId }),
  }
}

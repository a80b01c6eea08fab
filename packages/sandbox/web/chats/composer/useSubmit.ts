import type { WindowChat } from '../../../src/chats/events.ts'
import type { Upload } from '../../message/toUpload.ts'
import { toKey } from '../session/chatKey.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'

/** What sends a chat's composer: a new message, an answer to one, or the change of one. */
export function useSubmit({ chat, onProblem }: { chat: WindowChat; onProblem: (problem: string | null) => void }): {
  text: (text: string) => void
  file: (file: Upload) => void
} {
  const { send, edit, setDraft, setFocus } = useSession()
  const focus = useChatsState((state) => state.focuses[toKey(chat)])
  const channelId = useChatsState((state) => state.chosenChannels[toKey(chat)])
  const context = {
    ...(channelId ? { channelId } : {}),
    ...(focus?.kind === 'quote' ? { refMessageId: focus.message.messageId } : {}),
  }

  async function change(text: string): Promise<void> {
    if (focus?.kind !== 'edit') return
    const outcome = await edit(focus.message, text)
    onProblem(outcome.done ? null : outcome.reason)
    if (!outcome.done) return
    setDraft(chat, '')
    setFocus(chat, undefined)
  }

  function add(content: { text: string } | { file: Upload }): void {
    onProblem(null)
    send(chat, { ...content, ...context })
    setFocus(chat, undefined)
  }

  return {
    text: (text) => (focus?.kind === 'edit' ? void change(text) : add({ text })),
    file: (file) => add({ file }),
  }
}

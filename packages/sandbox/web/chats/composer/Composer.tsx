import { Pencil, Reply, X } from 'lucide-react'
import { useState } from 'react'
import { describeMessage } from '../../ui/format/describeMessage.ts'
import { toKey } from '../session/chatKey.ts'
import { findChannel, findClosed } from '../session/chatSelectors.ts'
import type { Focus } from '../session/chatsState.ts'
import type { Chat } from '../session/conversation.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'
import { TemplateDialog } from '../template/TemplateDialog.tsx'
import { Attachment } from './Attachment.tsx'
import { ChannelChoice } from './ChannelChoice.tsx'
import { ClosedNote } from './ClosedNote.tsx'
import { useSubmit } from './useSubmit.ts'
import { WritingForm } from './WritingForm.tsx'

/** The composer of a chat: its channel, the quoted message, the attached file and the text. */
export function Composer({ chat }: { chat: Chat }) {
  const { setDraft, setFocus, detach } = useSession()
  const key = toKey(chat)
  const focus = useChatsState((state) => state.focuses[key])
  const file = useChatsState((state) => state.attachments[key])
  const channel = useChatsState((state) => findChannel(state, chat))
  const closed = useChatsState((state) => findClosed(state, chat))
  const [isChoosing, setIsChoosing] = useState(false)
  const { problem, setProblem, submit } = useSubmit(chat)
  const isEdit = focus?.kind === 'edit'

  function endFocus(): void {
    if (isEdit) setDraft(chat, '')
    setProblem(null)
    setFocus(chat, undefined)
  }

  return (
    <div className="border-t border-line bg-surface px-3 pt-2.5 pb-3">
      <div className="mx-auto max-w-3xl">
        {focus && <FocusLine focus={focus} onEnd={endFocus} />}
        {file && !isEdit && <Attachment file={file} onRemove={() => detach(chat)} />}
        {!isEdit && <ChannelChoice chat={chat} channel={channel} />}
        {closed && !isEdit ? (
          <ClosedNote closed={closed} onTemplate={() => setIsChoosing(true)} />
        ) : (
          <WritingForm
            chat={chat}
            problem={problem}
            onSubmit={submit}
            onTemplate={() => setIsChoosing(true)}
            onEndFocus={endFocus}
          />
        )}
      </div>
      {isChoosing && <TemplateDialog chat={chat} onClose={() => setIsChoosing(false)} />}
    </div>
  )
}

/** The message being replied to or edited, above the composer. */
function FocusLine({ focus, onEnd }: { focus: Focus; onEnd: () => void }) {
  const Icon = focus.kind === 'quote' ? Reply : Pencil
  return (
    <div className="mb-2 flex items-center gap-2.5 border-l-2 border-accent pl-2.5 text-[13px]">
      <Icon aria-hidden="true" className="size-4 shrink-0 text-accent" />
      <p className="min-w-0 grow truncate">
        <span className="font-semibold">{focus.kind === 'quote' ? 'Replying to: ' : 'Editing: '}</span>
        <span className="text-muted">{describeMessage(focus.message)}</span>
      </p>
      <button
        type="button"
        aria-label={focus.kind === 'quote' ? 'Cancel reply' : 'Cancel edit'}
        onClick={onEnd}
        className="grid size-7 place-items-center rounded-full text-muted hover:bg-hover"
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </div>
  )
}

import { useState } from 'react'
import type { WindowChat } from '../../../src/chats/events.ts'
import { toKey } from '../session/chatKey.ts'
import { findChannel } from '../session/findChannel.ts'
import { findClosed } from '../session/findClosed.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'
import { TemplateDialog } from '../template/TemplateDialog.tsx'
import { Attachment } from './Attachment.tsx'
import { ChannelChoice } from './ChannelChoice.tsx'
import { ClosedNote } from './ClosedNote.tsx'
import { FocusLine } from './FocusLine.tsx'
import { useSubmit } from './useSubmit.ts'
import { WritingForm } from './WritingForm.tsx'

/** Where the answer is made: through which channel, to which message, with which file, in which words. */
export function Composer({ chat }: { chat: WindowChat }) {
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

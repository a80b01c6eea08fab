import { CircleAlert } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { WindowChat } from '../../../src/chats/events.ts'
import { formatName } from '../../ui/format/formatAccount.ts'
import { isNarrow } from '../../ui/isNarrow.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Composer } from '../composer/Composer.tsx'
import { focusChat, isInList } from '../list/focusChat.ts'
import { toKey } from '../session/chatKey.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'
import { MessageLog } from './MessageLog.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'
import { ThreadHeader } from './ThreadHeader.tsx'
import { ThreadSkeleton } from './ThreadSkeleton.tsx'

/** One chat: who it is with, what was said, and a place to answer. Escape goes back to the list; a file dropped here is put into the composer. */
export function Thread({ chat, hasList }: { chat: WindowChat; hasList: boolean }) {
  const { openChat, attach } = useSession()
  const key = toKey(chat)
  const section = useRef<HTMLElement>(null)
  useFocusOnOpening(section)

  function handleBack(): void {
    if (isNarrow()) flushSync(() => openChat(null))
    focusChat(key)
  }

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && hasList && !event.defaultPrevented) handleBack()
  }

  function handleDrop(event: DragEvent): void {
    event.preventDefault()
    const [file] = event.dataTransfer.files
    if (file) void attach(chat, file)
  }

  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={`Chat with ${formatName(chat)}`}
      onKeyDown={handleKeyDown}
      onDragOver={(event) => event.preventDefault()}
      onDrop={handleDrop}
      className="flex min-h-0 grow flex-col outline-none"
    >
      <ThreadHeader chat={chat} onBack={hasList ? handleBack : null} />
      <Messages chat={chat} />
      <ProblemNotice />
      <Composer chat={chat} />
    </section>
  )
}

/** Who opens a chat from the list goes on in it: writing, or in a narrow window reading. A page that only loads takes no focus from its host. */
function useFocusOnOpening(section: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (!isInList(document.activeElement)) return
    const field = section.current?.querySelector('textarea')
    if (isNarrow() || !field) section.current?.focus()
    else field.focus()
  }, [section])
}

function Messages({ chat }: { chat: WindowChat }) {
  const { loadLatest } = useSession()
  const thread = useChatsState((state) => state.threads[toKey(chat)])
  if (thread?.status === 'ready') return <MessageLog chat={chat} thread={thread} />
  if (thread?.status !== 'failed') return <ThreadSkeleton />
  return (
    <div className="min-h-0 grow">
      <Notice icon={CircleAlert} title="The messages could not be loaded" role="alert">
        <button
          type="button"
          onClick={() => void loadLatest(chat)}
          className="mt-3 h-9 rounded-lg border border-line bg-surface px-4 font-medium text-ink hover:bg-hover"
        >
          Try again
        </button>
      </Notice>
    </div>
  )
}

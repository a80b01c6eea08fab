import { CircleAlert } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { formatName } from '../../ui/format/formatAccount.ts'
import { isNarrow } from '../../ui/isNarrow.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Composer } from '../composer/Composer.tsx'
import { focusChat, isInList } from '../list/focusChat.ts'
import { toKey } from '../session/chatKey.ts'
import type { Chat } from '../session/conversation.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'
import { MessageLog } from './MessageLog.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'
import { ThreadHeader } from './ThreadHeader.tsx'

/** An open chat: header, messages and composer. Escape returns to the list; a dropped file is attached. */
export function Thread({ chat, hasList }: { chat: Chat; hasList: boolean }) {
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

/**
 * Moves the focus from the list into the chat: to the text field, or in a narrow window to the messages. A page that
 * merely loads takes no focus from its host.
 */
function useFocusOnOpening(section: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (!isInList(document.activeElement)) return
    const field = section.current?.querySelector('textarea')
    if (isNarrow() || !field) section.current?.focus()
    else field.focus()
  }, [section])
}

function Messages({ chat }: { chat: Chat }) {
  const { loadLatest } = useSession()
  const thread = useChatsState((state) => state.threads[toKey(chat)])
  if (thread?.status === 'ready') return <MessageLog chat={chat} thread={thread} />
  if (thread?.status !== 'failed') return <ThreadSkeleton />
  return (
    <div className="min-h-0 grow">
      <Notice icon={CircleAlert} title="Can't load messages" role="alert">
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

function ThreadSkeleton() {
  return (
    <div role="status" className="flex min-h-0 grow flex-col justify-end gap-3 overflow-hidden p-5">
      <span className="sr-only">Loading messages…</span>
      {['w-48', 'w-64 self-end', 'w-56', 'w-40 self-end'].map((shape) => (
        <span key={shape} className={`h-10 rounded-2xl bg-line/60 motion-safe:animate-pulse ${shape}`} />
      ))}
    </div>
  )
}

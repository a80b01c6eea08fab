import { CircleAlert } from 'lucide-react'
import type { WindowChat } from '../../../src/chats/events.ts'
import { formatName } from '../../format/formatAccount.ts'
import { Notice } from '../../parts/Notice.tsx'
import { Composer } from '../composer/Composer.tsx'
import { toKey } from '../session/chatKey.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'
import { MessageLog } from './MessageLog.tsx'
import { ThreadHeader } from './ThreadHeader.tsx'
import { ThreadSkeleton } from './ThreadSkeleton.tsx'

/** One chat: who it is with, what was said, and a place to answer. */
export function Thread({ chat, hasList }: { chat: WindowChat; hasList: boolean }) {
  const key = toKey(chat)
  return (
    <section aria-label={`Chat with ${formatName(chat)}`} className="flex min-h-0 grow flex-col">
      <ThreadHeader chat={chat} hasList={hasList} />
      <Messages key={key} chat={chat} />
      <Composer key={`composer ${key}`} chat={chat} />
    </section>
  )
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

import { LoaderCircle } from 'lucide-react'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { EndedNotice } from './EndedNotice.tsx'
import { ChatList } from './list/ChatList.tsx'
import { toKey } from './session/chatKey.ts'
import { findActive } from './session/chatSelectors.ts'
import { useChatsState } from './session/SessionProvider.tsx'
import { Thread } from './thread/Thread.tsx'
import { ThreadPlaceholder } from './thread/ThreadPlaceholder.tsx'
import { useSearchKey } from './useSearchKey.ts'

/** The chats page: the chats, or a loading or ended state. */
export function ChatsApp() {
  const connection = useChatsState((state) => state.connection)
  const opened = useChatsState((state) => state.chats !== null)
  return (
    <main className="flex h-full flex-col">
      {/* Hidden: the list has a heading of its own, and the page is framed below the CRM's headings. */}
      <h1 className="sr-only">Chats</h1>
      {connection.status === 'ended' ? (
        <EndedNotice reason={connection.reason} />
      ) : (
        <>
          <ConnectionBanner />
          {opened ? <Columns /> : <Opening />}
        </>
      )}
    </main>
  )
}

/** List and thread side by side, or one of them in a narrow frame. A card with one chat has no list. */
function Columns() {
  const active = useChatsState(findActive)
  const hasList = useChatsState((state) => state.scope === 'global' || (state.chats?.length ?? 0) > 1)
  useSearchKey({ hasList })
  return (
    <div className="flex min-h-0 grow">
      {hasList && (
        <div
          data-list
          className={`flex min-h-0 w-full flex-col border-line bg-surface wide:w-80 wide:shrink-0 wide:border-r ${active ? 'max-wide:hidden' : ''}`}
        >
          <ChatList />
        </div>
      )}
      <div className={`flex min-h-0 min-w-0 grow flex-col ${active || !hasList ? '' : 'max-wide:hidden'}`}>
        {active ? <Thread key={toKey(active)} chat={active} hasList={hasList} /> : <ThreadPlaceholder />}
      </div>
    </div>
  )
}

function Opening() {
  return (
    <div role="status" className="grid grow place-content-center justify-items-center gap-3 text-muted">
      <LoaderCircle aria-hidden="true" className="size-6 motion-safe:animate-spin" />
      Opening chats…
    </div>
  )
}

import { MessageCircleDashed, Search, SearchX } from 'lucide-react'
import { useRef, useState } from 'react'
import type { WindowChat } from '../../../src/chats/events.ts'
import { Notice } from '../../parts/Notice.tsx'
import { UnansweredCount } from '../../parts/UnansweredCount.tsx'
import { toKey } from '../session/chatKey.ts'
import { useChatsState } from '../session/SessionProvider.tsx'
import { ChatListItem } from './ChatListItem.tsx'
import { filterChats } from './filterChats.ts'
import { moveFocus } from './moveFocus.ts'

/** The window's chats, the latest first. */
export function ChatList() {
  const chats = useChatsState((state) => state.chats ?? [])
  const [query, setQuery] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const found = filterChats(chats, query)
  return (
    <>
      <header className="border-b border-line px-4 pt-3.5 pb-3">
        <ListTitle chats={chats} />
        {chats.length > 0 && <SearchField query={query} onQuery={setQuery} />}
      </header>
      <nav aria-label="Chats" className="scroll-quiet min-h-0 grow overflow-y-auto p-1.5">
        {found.length === 0 && <EmptyList searched={query !== ''} />}
        <ul ref={list} onKeyDown={(event) => moveFocus(event, list.current)}>
          {found.map((chat) => (
            <ChatListItem key={toKey(chat)} chat={chat} />
          ))}
        </ul>
      </nav>
    </>
  )
}

/** As in the counter: as long as something is the person's own to answer, only that counts. */
function ListTitle({ chats }: { chats: WindowChat[] }) {
  const own = chats.filter(({ tone, unanswered }) => tone === 'red' && unanswered > 0)
  const tone = own.length > 0 ? 'red' : 'grey'
  const unanswered = (own.length > 0 ? own : chats).reduce((sum, chat) => sum + chat.unanswered, 0)
  const userName = useChatsState((state) => state.userName)
  return (
    <div className="flex items-center gap-2">
      <h2 className="text-lg leading-7 font-semibold tracking-tight">Chats</h2>
      <UnansweredCount count={unanswered} tone={tone} />
      <span className="ml-auto truncate pl-4 text-[13px] text-muted">{userName}</span>
    </div>
  )
}

function SearchField({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  return (
    <label className="mt-2.5 flex items-center gap-2 rounded-lg bg-canvas px-2.5 text-muted focus-within:outline-2 focus-within:outline-accent">
      <Search aria-hidden="true" className="size-4 shrink-0" />
      <input
        type="search"
        aria-label="Search chats"
        placeholder="Name or number"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        className="h-9 min-w-0 grow bg-transparent text-ink outline-none placeholder:text-muted"
      />
    </label>
  )
}

function EmptyList({ searched }: { searched: boolean }) {
  if (searched) return <Notice icon={SearchX} title="No chat with that name or number" />
  return (
    <Notice icon={MessageCircleDashed} title="No chats yet">
      When a customer writes, the chat appears here by itself.
    </Notice>
  )
}

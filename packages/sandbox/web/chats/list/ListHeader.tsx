import { Search } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { UnansweredCount } from '../../ui/UnansweredCount.tsx'
import type { Chat } from '../session/conversation.ts'
import { useChatsState } from '../session/SessionProvider.tsx'

interface ListHeaderProps {
  chats: Chat[]
  query: string
  onQuery: (query: string) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** The list's title with the unanswered count, and the search field below. */
export function ListHeader({ chats, query, onQuery, onKeyDown }: ListHeaderProps) {
  return (
    <header className="border-b border-line px-4 pt-3.5 pb-3">
      <ListTitle chats={chats} />
      {chats.length > 0 && <SearchField query={query} onQuery={onQuery} onKeyDown={onKeyDown} />}
    </header>
  )
}

/** Counts like the vendor's badge: while the user has unanswered chats of their own, only those count. */
function ListTitle({ chats }: { chats: Chat[] }) {
  const own = chats.filter(({ tone, unanswered }) => tone === 'red' && unanswered > 0)
  const tone = own.length > 0 ? 'red' : 'grey'
  const unanswered = (own.length > 0 ? own : chats).reduce((sum, chat) => sum + chat.unanswered, 0)
  const userName = useChatsState((state) => state.userName)
  return (
    <div className="flex items-center gap-2">
      <h2 className="text-lg leading-7 font-semibold tracking-tight">Chats</h2>
      <UnansweredCount count={unanswered} tone={tone} />
      <span dir="auto" className="ml-auto truncate pl-4 text-[13px] text-muted">
        {userName}
      </span>
    </div>
  )
}

function SearchField({ query, onQuery, onKeyDown }: Omit<ListHeaderProps, 'chats'>) {
  return (
    <label className="mt-2.5 flex items-center gap-2 rounded-lg bg-canvas px-2.5 text-muted focus-within:outline-2 focus-within:outline-accent">
      <Search aria-hidden="true" className="size-4 shrink-0" />
      <input
        type="search"
        dir="auto"
        aria-label="Search chats"
        aria-keyshortcuts="Control+K Meta+K"
        placeholder="Search"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-9 min-w-0 grow bg-transparent text-ink outline-none placeholder:text-muted"
      />
      <kbd className="rounded border border-line px-1 font-sans text-[11px] max-desk:hidden">
        {navigator.userAgent.includes('Mac') ? '⌘K' : 'Ctrl K'}
      </kbd>
    </label>
  )
}

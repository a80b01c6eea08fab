import { MessageCircleDashed, SearchX } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react'
import { formatAccount } from '../../ui/format/formatAccount.ts'
import { moveFocus } from '../../ui/moveFocus.ts'
import { Notice } from '../../ui/Notice.tsx'
import { toKey } from '../session/chatKey.ts'
import type { Chat } from '../session/conversation.ts'
import { useChatsState } from '../session/SessionProvider.tsx'
import { FoundMessages } from './FoundMessages.tsx'
import { ListHeader } from './ListHeader.tsx'
import { ShownChats } from './ShownChats.tsx'
import { useMessageSearch } from './useMessageSearch.ts'

const none: never[] = []

/** The list of chats: unanswered ones first, then the latest. With a search, the matching chats and messages. */
export function ChatList() {
  const chats = useChatsState((state) => state.chats ?? none)
  const scope = useChatsState((state) => state.scope)
  const activeKey = useChatsState((state) => state.activeKey)
  const [query, setQuery] = useState('')
  const needle = useDeferredValue(query.trim())
  const found = useMemo(
    () => (needle === '' && scope === 'global' ? withoutEmpty(chats, activeKey) : filterChats(chats, needle)),
    [chats, needle, scope, activeKey],
  )
  const search = useMessageSearch(needle)
  const list = useRef<HTMLElement>(null)
  const hasNoMatch =
    found.length === 0 && (search.status === 'idle' || search.status === 'ready') && search.messages.length === 0

  function handleSearchKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') moveFocus(event, list.current)
    if (event.key === 'Escape' && query !== '') setQuery('')
  }

  return (
    <>
      <ListHeader chats={chats} query={query} onQuery={setQuery} onKeyDown={handleSearchKey} />
      <nav
        ref={list}
        aria-label="Chats"
        onKeyDown={(event) => moveFocus(event, list.current)}
        className="scroll-quiet min-h-0 grow overflow-y-auto p-1.5"
      >
        {found.length === 0 && needle === '' && (
          <Notice icon={MessageCircleDashed} title="No chats yet">
            Chats appear here when customers write.
          </Notice>
        )}
        {needle !== '' && chats.length > 0 && hasNoMatch && (
          <Notice icon={SearchX} title="No results">
            No name, number or message contains “{needle}”.
          </Notice>
        )}
        <ShownChats key={needle} chats={found} />
        <FoundMessages search={search} query={needle} />
      </nav>
      <p role="status" className="sr-only">
        {needle !== '' && describe(found.length, search)}
      </p>
    </>
  )
}

/** A chat that a card has opened is listed from its first message on. The search finds it before. */
function withoutEmpty(chats: Chat[], activeKey: string | null): Chat[] {
  return chats.filter((chat) => chat.lastMessage !== null || toKey(chat) === activeKey)
}

/** Finds the chats whose name or account contains the search, whatever the spacing of a number. */
function filterChats(chats: Chat[], query: string): Chat[] {
  const needle = fold(query)
  if (needle === '') return query === '' ? chats : []
  return chats.filter((chat) => [chat.name, formatAccount(chat)].some((text) => fold(text).includes(needle)))
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[\s()-]/g, '')
}

function describe(chats: number, search: ReturnType<typeof useMessageSearch>): string {
  const messages = search.status === 'ready' ? `, ${search.messages.length} messages` : ''
  return `${chats} chats${messages} found`
}

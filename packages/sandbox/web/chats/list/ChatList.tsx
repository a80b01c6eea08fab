import { MessageCircleDashed, SearchX } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react'
import { formatAccount } from '../../ui/format/formatAccount.ts'
import { moveFocus } from '../../ui/moveFocus.ts'
import { Notice } from '../../ui/Notice.tsx'
import type { Chat } from '../session/conversation.ts'
import { useChatsState } from '../session/SessionProvider.tsx'
import { FoundMessages } from './FoundMessages.tsx'
import { ListHeader } from './ListHeader.tsx'
import { ShownChats } from './ShownChats.tsx'
import { useMessageSearch } from './useMessageSearch.ts'

const none: never[] = []

/** The list of chats, latest first. With a search, the matching chats and messages. */
export function ChatList() {
  const chats = useChatsState((state) => state.chats ?? none)
  const [query, setQuery] = useState('')
  const needle = useDeferredValue(query.trim())
  const found = useMemo(() => filterChats(chats, needle), [chats, needle])
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
        {chats.length === 0 && (
          <Notice icon={MessageCircleDashed} title="No chats yet">
            Chats appear here when customers write.
          </Notice>
        )}
        {chats.length > 0 && hasNoMatch && (
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

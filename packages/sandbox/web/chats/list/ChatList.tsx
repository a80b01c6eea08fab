import { MessageCircleDashed, SearchX } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react'
import { Notice } from '../../ui/Notice.tsx'
import { useChatsState } from '../session/SessionProvider.tsx'
import { FoundMessages } from './FoundMessages.tsx'
import { filterChats } from './filterChats.ts'
import { ListTitle } from './ListTitle.tsx'
import { moveFocus } from './moveFocus.ts'
import { SearchField } from './SearchField.tsx'
import { ShownChats } from './ShownChats.tsx'
import { useMessageSearch } from './useMessageSearch.ts'

const none: never[] = []

/** The window's chats, the latest first; with something looked for, the chats and the messages that contain it. */
export function ChatList() {
  const chats = useChatsState((state) => state.chats ?? none)
  const [query, setQuery] = useState('')
  const wanted = useDeferredValue(query.trim())
  const found = useMemo(() => filterChats(chats, wanted), [chats, wanted])
  const search = useMessageSearch(wanted)
  const list = useRef<HTMLElement>(null)
  const isNothing =
    found.length === 0 && (search.status === 'idle' || search.status === 'ready') && search.messages.length === 0

  function handleSearchKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') moveFocus(event, list.current)
    if (event.key === 'Escape' && query !== '') setQuery('')
  }

  return (
    <>
      <header className="border-b border-line px-4 pt-3.5 pb-3">
        <ListTitle chats={chats} />
        {chats.length > 0 && <SearchField query={query} onQuery={setQuery} onKeyDown={handleSearchKey} />}
      </header>
      <nav
        ref={list}
        aria-label="Chats"
        onKeyDown={(event) => moveFocus(event, list.current)}
        className="scroll-quiet min-h-0 grow overflow-y-auto p-1.5"
      >
        {chats.length === 0 && (
          <Notice icon={MessageCircleDashed} title="No chats yet">
            When a customer writes, the chat appears here by itself.
          </Notice>
        )}
        {chats.length > 0 && isNothing && (
          <Notice icon={SearchX} title="Nothing found">
            No name, number or message contains “{wanted}”.
          </Notice>
        )}
        <ShownChats key={wanted} chats={found} />
        <FoundMessages search={search} query={wanted} />
      </nav>
      <p role="status" className="sr-only">
        {wanted !== '' && describe(found.length, search)}
      </p>
    </>
  )
}

function describe(chats: number, search: ReturnType<typeof useMessageSearch>): string {
  const messages = search.status === 'ready' ? `, ${search.messages.length} messages` : ''
  return `${chats} chats${messages} found`
}

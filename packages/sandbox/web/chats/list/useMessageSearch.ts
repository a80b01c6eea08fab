import { useEffect, useState } from 'react'
import type { WindowMessage } from '../../../src/chats/events.ts'
import { useSession } from '../session/SessionProvider.tsx'

/** How a search of messages stands. */
export type MessageSearch =
  | { status: 'idle'; messages: [] }
  | { status: 'loading'; messages: WindowMessage[] }
  | { status: 'failed'; messages: []; retry: () => void }
  | { status: 'ready'; messages: WindowMessage[]; hasMore: boolean }

const idle: MessageSearch = { status: 'idle', messages: [] }

/** A letter alone is in nearly every message. */
const fewestLetters = 2
/** Who types is not searched for after every letter. */
const pauseMs = 150

/** Looks for something in the messages of all chats. While it is on its way, what was found before stays. */
export function useMessageSearch(query: string): MessageSearch {
  const { searchMessages } = useSession()
  const [search, setSearch] = useState<MessageSearch>(idle)
  const [attempt, setAttempt] = useState(1)
  const wanted = query.length >= fewestLetters && attempt > 0
  useEffect(() => {
    if (!wanted) return setSearch(idle)
    let isWanted = true
    setSearch(({ messages }) => ({ status: 'loading', messages }))
    const timer = setTimeout(async () => {
      const answer = await searchMessages(query)
      if (!isWanted) return
      if (answer.ok) setSearch({ status: 'ready', ...answer.result })
      else setSearch({ status: 'failed', messages: [], retry: () => setAttempt((count) => count + 1) })
    }, pauseMs)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [searchMessages, query, wanted])
  return search
}

import { useEffect, useState } from 'react'
import { startTimer } from '../../ui/timers.ts'
import type { Message } from '../session/conversation.ts'
import { useSession } from '../session/SessionProvider.tsx'

/** The state of a message search. */
export type MessageSearch =
  | { status: 'idle'; messages: [] }
  | { status: 'loading'; messages: Message[] }
  | { status: 'failed'; messages: []; retry: () => void }
  | { status: 'ready'; messages: Message[]; hasMore: boolean }

const idle: MessageSearch = { status: 'idle', messages: [] }

/** A single letter would match nearly every message. */
const fewestLetters = 2
const debounceMs = 150

/** Searches the messages of all chats. Earlier results stay until new ones arrive. */
export function useMessageSearch(query: string): MessageSearch {
  const { searchMessages } = useSession()
  const [search, setSearch] = useState<MessageSearch>(idle)
  const [attempt, setAttempt] = useState(1)
  const isActive = query.length >= fewestLetters && attempt > 0
  useEffect(() => {
    if (!isActive) return setSearch(idle)
    let isCurrent = true
    setSearch(({ messages }) => ({ status: 'loading', messages }))
    const timer = startTimer(async () => {
      const outcome = await searchMessages(query)
      if (!isCurrent) return
      if (outcome.ok) setSearch({ status: 'ready', ...outcome.result })
      else setSearch({ status: 'failed', messages: [], retry: () => setAttempt((count) => count + 1) })
    }, debounceMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [searchMessages, query, isActive])
  return search
}

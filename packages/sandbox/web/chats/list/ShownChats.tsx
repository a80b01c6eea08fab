import { useEffect, useRef, useState } from 'react'
import type { WindowChat } from '../../../src/chats/events.ts'
import { toKey } from '../session/chatKey.ts'
import { ChatListItem } from './ChatListItem.tsx'

/** How many chats are drawn at a time. */
const step = 60

/** Chats as far as the person has scrolled: of thousands, only the first are drawn until more are wanted. */
export function ShownChats({ chats }: { chats: WindowChat[] }) {
  const [shown, setShown] = useState(step)
  const end = useRef<HTMLLIElement>(null)
  const hasMore = shown < chats.length
  useEffect(() => {
    if (!end.current || !hasMore) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setShown(shown + step)
      },
      { rootMargin: '600px' },
    )
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [hasMore, shown])
  return (
    <ul>
      {chats.slice(0, shown).map((chat) => (
        <ChatListItem key={toKey(chat)} chat={chat} />
      ))}
      {hasMore && <li ref={end} aria-hidden="true" className="h-px" />}
    </ul>
  )
}
